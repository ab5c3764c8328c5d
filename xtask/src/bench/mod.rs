//! placeholder
use crate::setup::Setup;
use anyhow::{Result, bail};
pub(crate) fn run(_: &Setup) -> Result<()> {
    bail!("not there yet")
}
