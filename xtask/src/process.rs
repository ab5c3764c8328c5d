//! Running other programs: shown, without input, optionally within a time limit.

use std::{
    ffi::{OsStr, OsString},
    fmt::Write as _,
    io::{Read, Write},
    path::Path,
    process::{Child, ChildStderr, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

/// Writes a line for the person at the terminal.
#[expect(clippy::print_stdout, reason = "a command-line tool talks on its standard output")]
pub(crate) fn say(line: impl AsRef<str>) {
    println!("{}", line.as_ref());
}

/// `error` with everything that led to it, one cause a line.
pub(crate) fn explain(error: &anyhow::Error) -> String {
    error.chain().map(ToString::to_string).collect::<Vec<_>>().join("\n  because ")
}

/// A program about to be run.
#[derive(Debug)]
pub(crate) struct Program {
    command: Command,
    limit: Option<Duration>,
}

impl Program {
    /// A program by name or path; it reads nothing and inherits output and environment.
    pub(crate) fn new(name: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(name);
        command.stdin(Stdio::null());
        Self { command, limit: None }
    }

    /// Adds one argument.
    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    /// Adds arguments.
    pub(crate) fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.command.args(arguments);
        self
    }

    /// Sets a variable for this program.
    pub(crate) fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Takes a variable away from this program.
    pub(crate) fn without_env(mut self, name: impl AsRef<OsStr>) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs in `folder`.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Ends the program after `limit` and reports that as a failure.
    pub(crate) fn at_most(mut self, limit: Duration) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Shows the command and runs it; anything but success is an error.
    pub(crate) fn run(mut self) -> Result<()> {
        let shown = self.shown();
        say(format!("$ {shown}"));
        let child = self.command.spawn().with_context(|| format!("`{shown}` did not start"))?;
        check(&shown, wait(child, self.limit, &shown)?)
    }

    /// Shows the command and starts it; it is ended when what is returned is dropped.
    pub(crate) fn start(mut self) -> Result<Running> {
        let shown = self.shown();
        say(format!("$ {shown} &"));
        let child = self.command.spawn().with_context(|| format!("`{shown}` did not start"))?;
        Ok(Running(child))
    }

    /// The same, and what it writes on standard error is for the caller to read.
    pub(crate) fn start_and_hear(mut self) -> Result<(Running, ChildStderr)> {
        self.command.stderr(Stdio::piped());
        let mut running = self.start()?;
        let errors = running.0.stderr.take().context("standard error was not piped")?;
        Ok((running, errors))
    }

    /// Runs silently and returns what was written on standard output, without trailing blanks.
    pub(crate) fn read(mut self) -> Result<String> {
        let shown = self.shown();
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let output = self.command.output().with_context(|| format!("`{shown}` did not start"))?;
        if !output.status.success() {
            let complaint = String::from_utf8_lossy(&output.stderr);
            bail!("`{shown}` failed ({}): {}", output.status, complaint.trim());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    }

    /// Shows the command, runs it, and returns its standard output, which the terminal gets too.
    pub(crate) fn run_and_read(mut self) -> Result<Finished> {
        let shown = self.shown();
        say(format!("$ {shown}"));
        self.command.stdout(Stdio::piped());
        let mut child = self.command.spawn().with_context(|| format!("`{shown}` did not start"))?;
        let mut text = Vec::new();
        if let Some(mut stdout) = child.stdout.take() {
            let mut buffer = [0; 8192];
            loop {
                let count = stdout.read(&mut buffer).context("output could not be read")?;
                let Some(read) = buffer.get(..count).filter(|read| !read.is_empty()) else { break };
                text.extend_from_slice(read);
                // The terminal may be gone; the checks go on.
                let mut terminal = std::io::stdout().lock();
                let _ = terminal.write_all(read).and_then(|()| terminal.flush());
            }
        }
        let status = wait(child, self.limit, &shown)?;
        Ok(Finished { status, output: String::from_utf8_lossy(&text).into_owned() })
    }

    /// The command as one would type it.
    fn shown(&self) -> String {
        let mut shown = self.command.get_program().to_string_lossy().into_owned();
        for argument in self.command.get_args() {
            let argument = argument.to_string_lossy();
            let quote = if argument.contains(' ') { "'" } else { "" };
            // Writing to a String cannot fail.
            let _ = write!(shown, " {quote}{argument}{quote}");
        }
        shown
    }
}

/// A program that runs beside this one.
#[derive(Debug)]
pub(crate) struct Running(Child);

impl Running {
    /// Waits for it, and says how it ended.
    pub(crate) fn wait(mut self) -> Result<ExitStatus> {
        self.0.wait().context("a program was lost")
    }

    /// How it ended, if it has.
    pub(crate) fn end(&mut self) -> Result<Option<ExitStatus>> {
        self.0.try_wait().context("a program was lost")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A program that has come to its end.
#[derive(Debug)]
pub(crate) struct Finished {
    status: ExitStatus,
    /// All of its standard output.
    pub(crate) output: String,
}

impl Finished {
    /// Whether the program reported success.
    pub(crate) fn is_success(&self) -> bool {
        self.status.success()
    }
}

fn check(shown: &str, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

fn wait(mut child: Child, limit: Option<Duration>, shown: &str) -> Result<ExitStatus> {
    let Some(limit) = limit else {
        return child.wait().with_context(|| format!("`{shown}` was lost"));
    };
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().with_context(|| format!("`{shown}` was lost"))? {
            return Ok(status);
        }
        if limit < start.elapsed() {
            let _ = child.kill();
            let _ = child.wait();
            bail!("`{shown}` was stopped after {} seconds", limit.as_secs());
        }
        thread::sleep(Duration::from_millis(100));
    }
}

/// The first program on the search path with this name.
pub(crate) fn find_program(name: &str) -> Option<std::path::PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|file| file.is_file())
}

/// `folders` in front of `path`.
pub(crate) fn prepend_path<'a>(
    folders: impl IntoIterator<Item = &'a Path>,
    path: Option<&OsStr>,
) -> Result<OsString> {
    let rest = path.map(|path| std::env::split_paths(path).collect::<Vec<_>>()).unwrap_or_default();
    std::env::join_paths(folders.into_iter().map(Path::to_owned).chain(rest))
        .context("a folder with a path separator in its name cannot be on the search path")
}
