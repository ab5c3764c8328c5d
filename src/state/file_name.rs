//! What a file is called that somebody saves.

/// Longest part of a name that comes from a title, in characters: with four bytes each and the ending
/// they fit every file system.
const MAX_CHARS: usize = 55;
/// Names no file may have on Windows, whatever follows the first dot.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Name of the file of a case with this title: `Auth-service.groundwork.json`.
///
/// It holds no character that an operating system refuses or that makes text run in another
/// direction than it seems to, and is `case.groundwork.json` where nothing of the title is left.
pub fn case_file_name(title: &str) -> String {
    file_name(title, "groundwork.json")
}

/// Name of a file from any text and an ending without its dot; `case` where nothing of the text is
/// left.
pub fn file_name(title: &str, ending: &str) -> String {
    let mut name = String::new();
    for word in title.split(divides) {
        for character in word.chars().filter(|character| !is_invisible(*character)) {
            if name.chars().count() < MAX_CHARS {
                name.push(character);
            }
        }
        if !name.is_empty() && !name.ends_with('-') && name.chars().count() < MAX_CHARS {
            name.push('-');
        }
    }
    let name = name.trim_matches(['-', '.']);
    let name = if name.is_empty() { "case" } else { name };
    let before = if is_reserved(name) { "case-" } else { "" };
    [before, name, ".", ending].concat()
}

/// What stands between the words of a name.
fn divides(character: char) -> bool {
    let is_refused = matches!(character, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    character.is_whitespace() || character.is_control() || is_refused
}

/// What cannot be seen in a name, or turns its direction.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}')
}

fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_port = |kind| {
        let number = stem.strip_prefix(kind).map(str::as_bytes);
        matches!(number, Some([b'0'..=b'9']))
    };
    RESERVED.contains(&stem.as_str()) || is_port("com") || is_port("lpt")
}

#[cfg(test)]
mod tests {
    use super::{MAX_CHARS, case_file_name};

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        for (title, name) in [
            ("", "case"),
            ("Auth service", "Auth-service"),
            ("  Is 20% right?  ", "Is-20%-right"),
            ("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j"),
            ("../../etc/passwd", "etc-passwd"),
            ("...", "case"),
            (".hidden", "hidden"),
            ("line\nbreak\u{0}nul", "line-break-nul"),
            ("evil\u{202e}gpj.exe", "evilgpj.exe"),
            ("\u{200b}\u{feff}", "case"),
            ("Überarbeitung der Plattform", "Überarbeitung-der-Plattform"),
            ("認証サービス", "認証サービス"),
            ("con", "case-con"),
            ("COM1.old", "case-COM1.old"),
            ("console", "console"),
        ] {
            assert_eq!(case_file_name(title), format!("{name}.groundwork.json"), "{title:?}");
        }
    }

    #[test]
    fn a_long_title_is_cut_off() {
        let name = case_file_name(&"word ".repeat(400));
        assert!(name.chars().count() <= MAX_CHARS + ".groundwork.json".len(), "{name}");
        assert!(name.ends_with("-word.groundwork.json"), "{name}");
        assert!(case_file_name(&"\u{1f993}".repeat(2_000)).len() <= 255);
        let name = case_file_name(&"é".repeat(2_000));
        assert_eq!(name.chars().count(), MAX_CHARS + ".groundwork.json".len());
    }
}
