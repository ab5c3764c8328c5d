//! Style sheets that follow each other become one file: it shrinks better, and is asked for once.

use anyhow::{Context, Result, bail};

use super::{
    address::Address,
    files::{Files, PAGE},
    html::{Element, Page},
    references::addresses_in_css,
};

/// Makes one file of neighboring style sheets for the same media, in their order.
///
/// # Errors
///
/// When a style sheet names other files, which it might do from another folder.
pub(super) fn join(files: &mut Files) -> Result<()> {
    let html = files.text(PAGE)?.to_owned();
    let page = Page::parse(&html)?;
    let mut edited = html.clone();
    let links: Vec<_> =
        page.elements.iter().filter(|element| element.is_link("stylesheet")).collect();
    // From the end, so that places found before stay right.
    for group in links.chunk_by(|one, other| media(one) == media(other)).rev() {
        let [first, others @ ..] = group else { continue };
        let mut joined = String::new();
        for link in group {
            let path = path(link)?;
            let css = files.text(&path)?;
            if !addresses_in_css(css).is_empty() {
                bail!("{path} names other files, and cannot be joined to its neighbors");
            }
            joined.push_str(css);
            joined.push('\n');
            files.0.remove(&path);
        }
        for link in others.iter().rev() {
            let start = edited[..link.place.start].trim_end().len();
            edited.replace_range(start..link.place.end, "");
        }
        let name = name(media(first));
        let mut link = Element::clone(first);
        link.attributes.insert("href".to_owned(), name.clone());
        link.attributes.remove("integrity");
        edited.replace_range(first.place.clone(), &link.to_html());
        if files.0.insert(name.clone(), joined.into_bytes()).is_some() {
            bail!("{name} is there twice: style sheets for the same media do not stand together");
        }
    }
    files.0.insert(PAGE.to_owned(), edited.into_bytes());
    Ok(())
}

fn media(link: &Element) -> &str {
    link.attribute("media").unwrap_or_default()
}

/// What the file of all sheets for `media` is called.
fn name(media: &str) -> String {
    let words = media.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let parts: Vec<_> = ["style"].into_iter().chain(words).collect();
    format!("{}.css", parts.join("-"))
}

fn path(link: &Element) -> Result<String> {
    let address = link.attribute("href").context("a style sheet has no address")?;
    match Address::of(address, PAGE) {
        Address::File(path) => Ok(path),
        Address::Inside | Address::Elsewhere => bail!("`{address}` is not a file of the page"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(links: &str) -> Files {
        Files::from([("index.html", links), ("a.css", "a{}"), ("b.css", "b{}"), ("c.css", "c{}")])
    }

    #[test]
    fn neighbors_become_one_in_their_order_and_media_stay_apart() {
        let mut files = page(
            "<link rel=stylesheet href=b.css>\n<link rel=stylesheet href=a.css>\
             <link rel=stylesheet href=c.css media=print>",
        );
        join(&mut files).unwrap();
        assert_eq!(
            files.text(PAGE).unwrap(),
            "<link href=\"style.css\" rel=\"stylesheet\">\
             <link href=\"style-print.css\" media=\"print\" rel=\"stylesheet\">"
        );
        assert_eq!(files.text("style.css").unwrap(), "b{}\na{}\n");
        assert_eq!(files.text("style-print.css").unwrap(), "c{}\n");
        assert_eq!(files.0.len(), 3);
    }

    #[test]
    fn what_would_change_its_meaning_is_refused() {
        let apart = "<link rel=stylesheet href=a.css><link rel=stylesheet href=b.css media=print>\
                     <link rel=stylesheet href=c.css>";
        assert!(join(&mut page(apart)).is_err());
        let mut files = page("<link rel=stylesheet href=a.css>");
        files.0.insert("a.css".to_owned(), b"@import 'b.css';".to_vec());
        assert!(join(&mut files).is_err());
    }
}
