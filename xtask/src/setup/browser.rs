//! Chromium and the driver that steers it, for tests only.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::{apt, version::Version};
use crate::process::{Program, find_program};

const CHROMIUM_NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const CHROMIUM_PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];
const MANUAL_WAY: &str = "\
The manual way: install Chromium or Chrome together with the chromedriver of the same version \
(Debian: apt-get install chromium chromium-driver; elsewhere \
https://googlechromelabs.github.io/chrome-for-testing/), and name them in CHROME_PATH and \
CHROMEDRIVER unless they are on the search path";

/// A browser and its driver, of one version.
#[derive(Debug)]
pub(crate) struct Browser {
    /// The browser.
    pub(crate) chromium: PathBuf,
    /// The `chromedriver` of the same version.
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// Writes the settings with which wasm tests start the browser.
    pub(super) fn write_driver_settings(&self, path: &Path) -> Result<()> {
        let settings = json!({
            "goog:chromeOptions": {
                "binary": self.chromium,
                // The tests load nothing but this project's own code, so that a missing sandbox,
                // as for root or in a container, is no risk.
                "args": ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            }
        });
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        fs::write(path, settings.to_string())
            .with_context(|| format!("{} cannot be written", path.display()))
    }
}

/// Finds or installs both.
pub(super) fn ensure() -> Result<Browser> {
    if let Some(browser) = find() {
        return check(browser);
    }
    if apt::is_debian() {
        apt::install(&["chromium", "chromium-driver"], "for tests in a browser", "two minutes")
            .context(MANUAL_WAY)?;
    }
    match find() {
        Some(browser) => check(browser),
        None => bail!("there is no Chromium with its chromedriver. {MANUAL_WAY}"),
    }
}

fn find() -> Option<Browser> {
    let named = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_file());
    let chromium = named("CHROME_PATH")
        .or_else(|| CHROMIUM_NAMES.iter().find_map(|name| find_program(name)))
        .or_else(|| CHROMIUM_PLACES.iter().map(PathBuf::from).find(|path| path.is_file()))?;
    let driver = named("CHROMEDRIVER").or_else(|| find_program("chromedriver"))?;
    Some(Browser { chromium, driver })
}

/// A driver of another version fails with messages that help nobody.
fn check(browser: Browser) -> Result<Browser> {
    let version = Program::new(&browser.driver).arg("--version").read()?;
    let driver = Version::find(&version);
    // On Windows the browser prints nothing.
    let version = Program::new(&browser.chromium).arg("--version").read().unwrap_or_default();
    let chromium = Version::find(&version);
    if let (Some(Version(chromium, ..)), Some(Version(driver, ..))) = (chromium, driver)
        && chromium != driver
    {
        bail!("Chromium is of version {chromium} and its driver of version {driver}. {MANUAL_WAY}");
    }
    Ok(browser)
}
