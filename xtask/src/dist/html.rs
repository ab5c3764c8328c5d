//! Reading HTML the way a browser does, and editing it in place.

use std::{collections::BTreeMap, fmt::Write as _, ops::Range};

use anyhow::{Result, bail};
use html5gum::{Token, Tokenizer, emitters::default::DefaultEmitter};

/// A start tag with its place in the text.
#[derive(Clone, Debug)]
pub(super) struct Element {
    /// In lower case.
    pub(super) name: String,
    /// By name, in lower case; values without their character references.
    pub(super) attributes: BTreeMap<String, String>,
    /// From `<` to `>`.
    pub(super) place: Range<usize>,
}

impl Element {
    /// Value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Whether this is a link with that relation.
    pub(super) fn is_link(&self, relation: &str) -> bool {
        let relations = self.attribute("rel").unwrap_or_default();
        self.name == "link" && relations.split_whitespace().any(|word| word == relation)
    }

    /// The tag as text, attributes in alphabetical order.
    pub(super) fn to_html(&self) -> String {
        let mut html = format!("<{}", self.name);
        for (name, value) in &self.attributes {
            let value = value.replace('&', "&amp;").replace('"', "&quot;");
            // Writing to a String cannot fail.
            let _ = write!(html, " {name}=\"{value}\"");
        }
        html.push('>');
        html
    }
}

/// A document, as far as a build has to understand it.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// All start tags in order.
    pub(super) elements: Vec<Element>,
    /// Scripts written in the document itself, exactly as a browser hashes them.
    pub(super) inline_scripts: Vec<String>,
}

impl Page {
    /// Reads a document.
    ///
    /// # Errors
    ///
    /// When browsers would have to repair the document: what they make of it might then differ
    /// from what is understood here.
    pub(super) fn parse(html: &str) -> Result<Self> {
        if html.contains('\r') {
            bail!(
                "the document has carriage returns, which browsers drop before they hash scripts"
            );
        }
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        let mut page = Self { elements: Vec::new(), inline_scripts: Vec::new() };
        let mut open_script = None;
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let attributes = tag
                        .attributes
                        .into_iter()
                        .map(|(name, value)| (text(&name), text(&value.value)));
                    let element = Element {
                        name: text(&tag.name),
                        attributes: attributes.collect(),
                        place: tag.span.start..tag.span.end,
                    };
                    if is_inline_script(&element) {
                        open_script = Some(tag.span.end);
                    }
                    page.elements.push(element);
                }
                Token::EndTag(tag) if text(&tag.name) == "script" => {
                    let content =
                        open_script.take().and_then(|start| html.get(start..tag.span.start));
                    page.inline_scripts.extend(content.map(str::to_owned));
                }
                Token::Error(error) => {
                    bail!(
                        "the document is not valid at byte {}: {}",
                        error.span.start,
                        error.value
                    );
                }
                _ => (),
            }
        }
        if open_script.is_some() {
            bail!("a script in the document is not closed");
        }
        Ok(page)
    }

    /// The element that comes first in the head.
    pub(super) fn first_in_head(&self) -> Result<&Element> {
        let first = self.elements.iter().find(|element| !matches!(&*element.name, "html" | "head"));
        match first {
            Some(element) if matches!(&*element.name, "meta" | "title" | "link" | "script") => {
                Ok(element)
            }
            Some(element) => bail!("the document begins with <{}>", element.name),
            None => bail!("the document is empty"),
        }
    }
}

/// Whether the policy has to allow it by its hash; blocks of data are never run.
fn is_inline_script(element: &Element) -> bool {
    let is_data =
        matches!(element.attribute("type"), Some("application/json" | "application/ld+json"));
    element.name == "script" && element.attribute("src").is_none() && !is_data
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_inline_scripts_are_found_where_they_are() {
        let html = "<!doctype html><html><head><link rel=\"a b\" href='x?y&amp;z'>\
                    <script type=module>if (1 < 2) {}\n</script></head></html>";
        let page = Page::parse(html).unwrap();
        let link = &page.elements[2];
        assert!(link.is_link("a") && link.is_link("b") && !link.is_link("c"));
        assert_eq!(link.attribute("href"), Some("x?y&z"));
        assert_eq!(&html[link.place.clone()], "<link rel=\"a b\" href='x?y&amp;z'>");
        assert_eq!(page.inline_scripts, ["if (1 < 2) {}\n"]);
        assert_eq!(link.to_html(), "<link href=\"x?y&amp;z\" rel=\"a b\">");
    }

    #[test]
    fn tags_in_scripts_and_comments_are_no_elements() {
        let page = Page::parse("<!-- <b> --><script>'<i>'</script><p>").unwrap();
        let names: Vec<_> = page.elements.iter().map(|element| element.name.as_str()).collect();
        assert_eq!(names, ["script", "p"]);
    }

    #[test]
    fn documents_that_browsers_repair_are_refused() {
        assert!(Page::parse("<p a=1 a=2>").is_err());
        assert!(Page::parse("<script>1").is_err());
        assert!(Page::parse("<p>\r\n").is_err());
    }
}
