//! The page that shows a part of a case in somebody else's page, made from the page itself.

use anyhow::{Context, Result};

use super::html::Page;

/// What stands in it until the calculator has arrived.
const BODY: &str = include_str!("../../../src/embed.html");
/// What start-up goes by: nothing is read from storage.
const MARK: &str = "data-embedded";
const TITLE: &str = "Part of a business case · Groundwork";

/// `embed.html` for a finished `index.html`: what that loads, under the same policy, and a body of
/// its own.
pub(super) fn of(index: &str) -> Result<String> {
    let page = Page::parse(index)?;
    let element = |name: &str| {
        let found = page.elements.iter().find(|element| element.name == name);
        found.with_context(|| format!("the page has no <{name}>"))
    };
    let body = element("body")?.place.start;
    let mut html = index.get(..body).unwrap_or_default().to_owned() + BODY;
    // From the end, so that places found before stay right.
    let title = element("title")?.place.end;
    let end = html[title..].find("</title>").context("the title does not end")?;
    let mut edits = vec![(title..title + end, TITLE.to_owned())];
    let mut root = element("html")?.clone();
    root.attributes.insert(MARK.to_owned(), String::new());
    edits.push((root.place.clone(), root.to_html()));
    // Nobody installs or keeps a part, or finds it by its own words.
    let unwanted = page.elements.iter().filter(|element| {
        element.is_link("manifest")
            || element.is_link("apple-touch-icon")
            || matches!(element.attribute("name"), Some("description" | "version"))
    });
    edits.extend(unwanted.map(|element| (element.place.clone(), String::new())));
    edits.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
    for (place, text) in edits {
        html.replace_range(place, &text);
    }
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_loads_what_the_page_loads_and_says_that_it_is_embedded() {
        let index = "<!doctype html><html lang=\"en\"><head><title>Page</title>\
                     <link href=\"m\" rel=\"manifest\"><link href=\"a.css\" rel=\"stylesheet\">\
                     </head><body><p>Page</p></body></html>";
        let html = of(index).unwrap();
        let head = format!(
            "<!doctype html><html data-embedded=\"\" lang=\"en\"><head><title>{TITLE}</title>\
             <link href=\"a.css\" rel=\"stylesheet\"></head><body>"
        );
        assert!(html.starts_with(&head), "{html}");
        assert!(!html.contains("<p>Page</p>") && Page::parse(&html).is_ok());
        assert!(of("<title>x</title>").is_err());
    }
}
