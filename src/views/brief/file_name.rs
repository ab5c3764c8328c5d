//! Names of files made from names of cases.

/// Characters of a title that go into a name: with four bytes each they fit every file system.
const MOST: usize = 60;

/// Name of a file that holds the brief of a case: letters and digits of its title, words joined by
/// hyphens.
///
/// It is valid on every file system and never hidden, reserved or longer than one allows.
pub(super) fn file_name(title: &str, extension: &str) -> String {
    let mut name = String::new();
    for word in title.split(|character| !is_kept(character)).filter(|word| !word.is_empty()) {
        name.push_str(word);
        name.push('-');
    }
    let kept: String = name.to_ascii_lowercase().chars().take(MOST).collect();
    let kept = kept.trim_end_matches('-');
    let hyphen = if kept.is_empty() { "" } else { "-" };
    [kept, hyphen, "brief.", extension].concat()
}

/// Letters and digits, as far as can be told without tables: signs, spaces and marks that change the
/// direction of a text are left out.
fn is_kept(character: char) -> bool {
    match character {
        '\u{61c}' | '\u{1680}' | '\u{180e}' | '×' | '÷' => false,
        'À'..='\u{1fff}'
        | '\u{2c00}'..='\u{2dff}'
        | '\u{3005}'..='\u{d7ff}'
        | '\u{f900}'..='\u{fdff}'
        | '\u{20000}'..='\u{3ffff}' => true,
        character => character.is_ascii_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_title_are_joined() {
        for (title, name) in [
            ("", "brief.html"),
            ("Pay down auth-service debt", "pay-down-auth-service-debt-brief.html"),
            ("  Größe: 40 % & mehr…  ", "größe-40-mehr-brief.html"),
            ("認証サービス", "認証サービス-brief.html"),
            ("…", "brief.html"),
        ] {
            assert_eq!(file_name(title, "html"), name);
        }
    }

    #[test]
    fn no_title_makes_a_name_that_is_refused_or_leads_elsewhere() {
        for title in
            ["../../etc/passwd", ".hidden", "CON", "a\u{202e}gpj.exe", "a/b\\c:d*e?\"<>|", "\0"]
        {
            let name = file_name(title, "md");
            assert!(name.ends_with("brief.md"), "{name}");
            let base = name.trim_end_matches(".md");
            assert!(base.chars().all(|c| c == '-' || c.is_ascii_alphanumeric()), "{name}");
            assert!(!base.starts_with('-'), "{name}");
        }
    }

    #[test]
    fn the_longest_titles_still_make_a_name() {
        for letter in ["a", "ü", "語", "\u{20000}", "a "] {
            let name = file_name(&letter.repeat(2_000), "html");
            assert!((MOST..=255).contains(&name.len()), "{name}");
            assert!(!name.contains("--"), "{name}");
        }
    }
}
