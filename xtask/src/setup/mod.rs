//! The tools everything else needs: each is looked for first and installed only when missing.
//!
//! One tool a file. Each knows where it may be, how it is installed, how long that usually takes,
//! and what to tell a person when it cannot be. Tools are kept per user and per version in
//! [`Project::cache`], so that a second run, or a second checkout, installs nothing.

mod apt;
mod browser;
mod cargo_fuzz;
mod cargo_install;
mod compiler;
mod environment;
mod node;
mod trunk;
mod version;
mod wasm_bindgen;
mod wasm_std;
mod web_servers;

use std::{
    cell::OnceCell,
    fs::{self, File, TryLockError},
    path::PathBuf,
};

use anyhow::{Context, Result, anyhow};

pub(crate) use self::browser::Browser;
pub(crate) use self::environment::cargo_home;
pub(crate) use self::web_servers::WebServers;
use self::{compiler::Toolchain, environment::Environment, node::NodePackages};
use crate::{
    process::{Program, explain, say},
    project::Project,
};

/// A tool that is set up at most once; a failure is kept as well and not tried again.
type Once<T> = OnceCell<Result<T, String>>;

/// Sets tools up when they are first asked for.
#[derive(Debug)]
pub(crate) struct Setup {
    project: Project,
    toolchain: Once<Toolchain>,
    trunk: Once<PathBuf>,
    wasm_bindgen: Once<PathBuf>,
    cargo_fuzz: Once<PathBuf>,
    packages: Once<NodePackages>,
    browser: Once<Browser>,
    web_servers: Once<WebServers>,
}

impl Setup {
    /// Nothing is looked for yet.
    pub(crate) fn new(project: Project) -> Self {
        Self {
            project,
            toolchain: Once::new(),
            trunk: Once::new(),
            wasm_bindgen: Once::new(),
            cargo_fuzz: Once::new(),
            packages: Once::new(),
            browser: Once::new(),
            web_servers: Once::new(),
        }
    }

    /// The checkout.
    pub(crate) fn project(&self) -> &Project {
        &self.project
    }

    /// Sets up every tool and names it.
    pub(crate) fn everything(&self) -> Result<()> {
        say(format!("compiler      {}", self.toolchain()?));
        say(format!("rustfmt       {}", compiler::rustfmt()?));
        say(format!("trunk         {}", self.trunk()?.display()));
        say(format!("wasm-bindgen  {}", self.wasm_bindgen()?.display()));
        say(format!("npm packages  {}", self.packages()?.folder().display()));
        let browser = self.browser()?;
        say(format!("browser       {}", browser.chromium.display()));
        say(format!("its driver    {}", browser.driver.display()));
        let servers = self.web_servers()?;
        say(format!("nginx         {}", servers.nginx.display()));
        say(format!("Caddy         {}", servers.caddy.display()));
        Ok(())
    }

    /// `cargo` of the one toolchain used for everything, in the checkout.
    pub(crate) fn cargo(&self) -> Result<Program> {
        let environment = self.environment()?;
        Ok(environment
            .apply(Program::new(environment.program("cargo")))
            .within(self.project.root()))
    }

    /// `cargo fmt` of whichever toolchain is at hand; the distribution's has none.
    pub(crate) fn cargo_fmt(&self) -> Result<Program> {
        compiler::rustfmt()?;
        Ok(Environment::at_hand(Program::new("cargo")).arg("fmt").within(self.project.root()))
    }

    /// Trunk, with everything it calls on its search path.
    pub(crate) fn trunk_program(&self) -> Result<Program> {
        let trunk = self.trunk()?.clone();
        let environment = self
            .environment()?
            .with_folder(parent(self.wasm_bindgen()?)?)
            .with_folder(self.packages()?.programs());
        let program = environment
            .apply(Program::new(trunk))
            .within(self.project.root())
            .env("GROUNDWORK_XTASK", std::env::current_exe().context("this program has no path")?)
            .env("TRUNK_SKIP_VERSION_CHECK", "true");
        Ok(program)
    }

    /// `cargo` with what it takes to run wasm tests in the browser.
    pub(crate) fn cargo_for_browser_tests(&self) -> Result<Program> {
        let browser = self.browser()?;
        let settings = self.project.target().join("webdriver.json");
        browser.write_driver_settings(&settings)?;
        let environment = self.environment()?.with_folder(parent(self.wasm_bindgen()?)?);
        let program = environment
            .apply(Program::new(environment.program("cargo")))
            .within(self.project.root())
            .env("CHROMEDRIVER", &browser.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
            .env("WASM_BINDGEN_TEST_ONLY_WEB", "1");
        Ok(program)
    }

    /// cargo-fuzz, with `cargo` of the one toolchain on its search path. Nothing else needs it, so it
    /// is not among [`Self::everything`].
    pub(crate) fn cargo_fuzz(&self) -> Result<Program> {
        let environment = self.environment()?;
        let program = self.once(&self.cargo_fuzz, "cargo-fuzz", || {
            cargo_fuzz::ensure(&self.project, &environment)
        })?;
        Ok(environment.apply(Program::new(program)).within(self.project.root()))
    }

    /// `node` in the checkout, with the npm packages installed and the browser named.
    pub(crate) fn node(&self) -> Result<Program> {
        let browser = self.browser()?;
        Ok(self.node_alone()?.env("CHROME_PATH", &browser.chromium))
    }

    /// The same for what needs no browser, as the build.
    pub(crate) fn node_alone(&self) -> Result<Program> {
        self.packages()?;
        Ok(Program::new("node").within(self.project.root()))
    }

    /// Where cargo puts what it builds with the one toolchain.
    pub(crate) fn build_folder(&self) -> Result<PathBuf> {
        Ok(self.environment()?.build_folder().to_owned())
    }

    fn environment(&self) -> Result<Environment> {
        Ok(self.toolchain()?.environment(&self.project))
    }

    fn toolchain(&self) -> Result<&Toolchain> {
        self.once(&self.toolchain, "a Rust compiler that can build for the browser", || {
            compiler::ensure(&self.project)
        })
    }

    fn trunk(&self) -> Result<&PathBuf> {
        // Asked for before the lock is taken: the compiler is a tool as well.
        let environment = self.environment()?;
        self.once(&self.trunk, "Trunk", || trunk::ensure(&self.project, &environment))
    }

    fn wasm_bindgen(&self) -> Result<&PathBuf> {
        let environment = self.environment()?;
        self.once(&self.wasm_bindgen, "wasm-bindgen", || {
            wasm_bindgen::ensure(&self.project, &environment)
        })
    }

    fn packages(&self) -> Result<&NodePackages> {
        self.once(&self.packages, "npm packages", || node::ensure(&self.project))
    }

    /// Chromium and its driver.
    pub(crate) fn browser(&self) -> Result<&Browser> {
        self.once(&self.browser, "Chromium for the tests", browser::ensure)
    }

    /// nginx and Caddy.
    pub(crate) fn web_servers(&self) -> Result<&WebServers> {
        self.once(&self.web_servers, "nginx and Caddy for the tests", || {
            web_servers::ensure(&self.project)
        })
    }

    fn once<'a, T>(
        &self,
        cell: &'a Once<T>,
        what: &str,
        ensure: impl FnOnce() -> Result<T>,
    ) -> Result<&'a T> {
        let result = cell.get_or_init(|| {
            let _alone = self.lock().map_err(|error| explain(&error))?;
            ensure().map_err(|error| explain(&error))
        });
        result
            .as_ref()
            .map_err(|error| anyhow!("{error}"))
            .with_context(|| format!("{what} could not be set up"))
    }

    /// Two runs at once must not install the same tool: the second waits here.
    ///
    /// Released when the file is closed. A file system without locks only loses that protection.
    fn lock(&self) -> Result<File> {
        let cache = self.project.cache();
        let not_writable = || format!("the folder for tools, {}, is not writable", cache.display());
        fs::create_dir_all(cache).with_context(not_writable)?;
        let file = File::create(cache.join("lock")).with_context(not_writable)?;
        if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
            say("Waiting for another run that is setting up tools.");
            let _ = file.lock();
        }
        Ok(file)
    }
}

fn parent(file: &std::path::Path) -> Result<&std::path::Path> {
    file.parent().with_context(|| format!("{} is in no folder", file.display()))
}
