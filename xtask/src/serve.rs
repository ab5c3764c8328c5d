//! placeholder
use crate::setup::Setup;
use anyhow::{Result, bail};
pub(crate) struct Options;
impl Options {
    pub(crate) fn parse(_: &[String]) -> Result<Self> {
        Ok(Self)
    }
}
pub(crate) fn run(_: &Setup, _: &Options) -> Result<()> {
    bail!("not there yet")
}
