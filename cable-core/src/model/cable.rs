//! [`Cable`]: the owner of a telegram.

use super::{CableRef, identity};
use crate::container;
use crate::container::{Region, Transcript};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::layout::Layout;
use crate::options::ParseOptions;
use crate::read;
use crate::record::Envelope;
use crate::source_map::SourceMap;
use crate::span::{SourceSpan, Span};

/// One telegram, with the input it was read from.
///
/// Fields are asked of its view, [`Cable::view`]. `S` holds the input: bytes, a slice, anything that gives bytes that do
/// not change.
///
/// ```
/// use cable_core::Cable;
/// let cable = Cable::parse(b"UNCLAS NORDHAVEN 000123\nSIPDIS\nSUBJECT: FISH\n1. (U) Text.\n".to_vec())?;
/// assert_eq!(cable.view().subject().unwrap().text, "FISH");
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Cable<S: AsRef<[u8]> = Vec<u8>> {
    source: S,
    /// All inputs, if it was put together of several.
    sections: Vec<Vec<u8>>,
    /// The text where it differs from the input, or where the caller asked for a copy.
    text: Option<String>,
    /// The text in the input where it is the input's own.
    inside: Span,
    map: SourceMap,
    envelope: Option<Envelope>,
    regions: Vec<Region>,
    /// What was found while the wrapping was taken off; the layout has it too.
    wrapping_findings: Vec<Diagnostic>,
    /// In a place of its own: it is large, and a telegram is handed on many times.
    layout: Box<Layout>,
    options: ParseOptions,
}

impl<S: AsRef<[u8]>> Cable<S> {
    /// Reads a telegram in any format with the default options.
    ///
    /// # Errors
    /// The input is too large or is no telegram. Damage is told in the diagnostics.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert_eq!(cable.view().subject().unwrap().text, "HERRING");
    /// assert!(Cable::parse(b"Dear Sir, thank you.".as_slice()).is_err());
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn parse(source: S) -> Result<Self, Error> {
        Cable::parse_with(source, &ParseOptions::new())
    }

    /// Reads a telegram with options.
    ///
    /// # Errors
    /// As [`Cable::parse`]; the format asked for is refuted by the input; with `strict`, a finding of severity error.
    ///
    /// ```
    /// use cable_core::{Cable, ParseOptions};
    /// let options = ParseOptions::new().with_assume_year(Some(2008));
    /// let cable = Cable::parse_with("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n".as_bytes(), &options)?;
    /// assert_eq!(cable.view().reference_id(), Some("08NORDHAVEN142"));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn parse_with(source: S, options: &ParseOptions) -> Result<Self, Error> {
        Cable::parse_or_give_back(source, options).map_err(|(_, error)| error)
    }

    /// As [`Cable::parse_with`]; what is no telegram is given back.
    pub(crate) fn parse_or_give_back(
        source: S,
        options: &ParseOptions,
    ) -> Result<Self, (S, Error)> {
        let parts = container::open(source.as_ref(), options)
            .and_then(|transcript| Parts::read(transcript, options));
        match parts {
            Ok(parts) => Ok(parts.with(source, options)),
            Err(error) => Err((source, error)),
        }
    }

    /// Reads a row of a dump, even one that has not the shape by which a row is told from a telegram.
    ///
    /// # Errors
    /// The row is no telegram; with `strict`, a finding of severity error.
    ///
    /// ```
    /// use cable_core::{Cable, ParseOptions};
    /// let row = "\"\",\"\",\"08NORDHAVEN12\",\"Embassy Nordhaven\",\"\",\"\",\"\",\"UNCLAS NORDHAVEN 000012\"\n";
    /// let cable = Cable::parse_row(row.as_bytes(), &ParseOptions::new())?;
    /// assert_eq!(cable.view().reference_id(), Some("08NORDHAVEN12"));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    #[cfg(feature = "csv")]
    pub fn parse_row(source: S, options: &ParseOptions) -> Result<Self, Error> {
        Cable::parse_row_or_give_back(source, options).map_err(|(_, error)| error)
    }

    #[cfg(feature = "csv")]
    pub(crate) fn parse_row_or_give_back(
        source: S,
        options: &ParseOptions,
    ) -> Result<Self, (S, Error)> {
        match Parts::read(container::open_row(source.as_ref()), options) {
            Ok(parts) => Ok(parts.with(source, options)),
            Err(error) => Err((source, error)),
        }
    }

    /// Keeps the text as a string of its own. A view then costs nothing; else the text is checked to be UTF-8 each time one
    /// is taken.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// let json = cable.view().text().to_owned();
    /// assert_eq!(cable.with_own_text().view().text(), json);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    #[must_use]
    pub fn with_own_text(mut self) -> Self {
        if self.text.is_none() {
            self.text = Some(self.text_of_source().to_owned());
        }
        self
    }

    fn text_of_source(&self) -> &str {
        let bytes = self.source.as_ref().get(self.inside.range()).unwrap_or(&[]);
        simdutf8::basic::from_utf8(bytes).unwrap_or("")
    }

    /// The view that answers every question.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// let view = cable.view();
    /// let again = view;
    /// assert_eq!(view.text(), again.text());
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn view(&self) -> CableRef<'_> {
        CableRef {
            text: match &self.text {
                Some(text) => text,
                None => self.text_of_source(),
            },
            layout: &self.layout,
            envelope: self.envelope.as_ref(),
            map: &self.map,
        }
    }

    /// The input, byte for byte. Of a telegram that was put together the input given first; see [`Cable::sources`].
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert!(cable.source().starts_with(b"UNCLAS"));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn source(&self) -> &[u8] {
        self.source.as_ref()
    }

    /// The inputs, as [`SourceSpan::part`](crate::SourceSpan::part) counts them: one, or those that [`join`](crate::join()) was given.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nSUBJECT: HERRING\n".as_bytes())?;
    /// assert!(cable.sources().eq([cable.source()]));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn sources(&self) -> impl Iterator<Item = &[u8]> {
        let only = (!self.is_joined()).then(|| self.source());
        only.into_iter()
            .chain(self.sections.iter().map(Vec::as_slice))
    }

    /// What was found while the wrapping was taken off, which is no more seen in the text.
    pub(super) fn wrapping_findings(&self) -> &[Diagnostic] {
        &self.wrapping_findings
    }

    /// Whether it was put together of section files, be it of one.
    pub(super) fn is_joined(&self) -> bool {
        !self.sections.is_empty()
    }

    /// The bytes of an input under a place of it; empty where it does not fit.
    ///
    /// ```
    /// use cable_core::{Cable, SourceSpan};
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nSUBJECT: HERRING\n".as_bytes())?;
    /// assert_eq!(cable.slice_source(SourceSpan::new(0, 6)), b"UNCLAS");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn slice_source(&self, place: SourceSpan) -> &[u8] {
        let source = self.sources().nth(place.part as usize).unwrap_or(&[]);
        place.slice(source)
    }

    /// The holder of the input.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert!(cable.into_source().ends_with(b"falls.\n"));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn into_source(self) -> S {
        self.source
    }

    /// The same telegram with its input in another holder, which must give the same bytes.
    ///
    /// ```
    /// use cable_core::Cable;
    /// use std::sync::Arc;
    /// let cable = Cable::parse(b"UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n".to_vec())?;
    /// let shared: Cable<Arc<[u8]>> = cable.map_source(Arc::from);
    /// assert_eq!(shared.view().subject().unwrap().text, "HERRING");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn map_source<T: AsRef<[u8]>>(self, hold: impl FnOnce(S) -> T) -> Cable<T> {
        Cable {
            source: hold(self.source),
            sections: self.sections,
            text: self.text,
            inside: self.inside,
            map: self.map,
            envelope: self.envelope,
            regions: self.regions,
            wrapping_findings: self.wrapping_findings,
            layout: self.layout,
            options: self.options,
        }
    }

    /// The way from the text to the input.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert_eq!(cable.source_map().text_len() as usize, cable.source().len());
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn source_map(&self) -> &SourceMap {
        &self.map
    }

    /// The input, tiled into text, envelope and wrapping.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// // All of a plain telegram is text.
    /// assert_eq!(cable.regions().len(), 1);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// What was found, as places.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// let kinds: Vec<_> = cable.layout().zones().iter().map(|zone| zone.kind.as_str()).collect();
    /// assert_eq!(kinds, ["banner", "captions", "executive-order", "tags", "subject", "paragraph"]);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The options it was read with.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert!(!cable.options().fragment());
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn options(&self) -> &ParseOptions {
        &self.options
    }
}

impl Cable {
    /// Reads a transcript that was put together of several inputs.
    pub(super) fn of_sections(
        transcript: Transcript<'_>,
        sources: Vec<Vec<u8>>,
        options: &ParseOptions,
    ) -> Result<Self, Error> {
        let parts = Parts::read(transcript, options)?;
        let mut cable = parts.with(sources.first().cloned().unwrap_or_default(), options);
        cable.sections = sources;
        Ok(cable)
    }
}

/// All of a [`Cable`] but its input.
struct Parts {
    text: Option<String>,
    map: SourceMap,
    envelope: Option<Envelope>,
    regions: Vec<Region>,
    wrapping_findings: Vec<Diagnostic>,
    layout: Box<Layout>,
}

impl Parts {
    fn read(mut transcript: Transcript<'_>, options: &ParseOptions) -> Result<Self, Error> {
        let wrapping_findings = transcript.diagnostics.clone();
        let mut layout = read::read(&mut transcript, options)?;
        identity::name(&transcript, &mut layout);
        let Transcript {
            text,
            map,
            envelope,
            regions,
            ..
        } = transcript;
        Ok(Parts {
            text: match text {
                std::borrow::Cow::Borrowed(_) => None,
                std::borrow::Cow::Owned(text) => Some(text),
            },
            map,
            envelope,
            regions,
            wrapping_findings,
            layout,
        })
    }

    fn with<S: AsRef<[u8]>>(self, source: S, options: &ParseOptions) -> Cable<S> {
        let inside = self.map.to_source(Span::new(0, self.map.text_len()));
        Cable {
            source,
            sections: Vec::new(),
            text: self.text,
            inside: Span::new(inside.start, inside.end),
            map: self.map,
            envelope: self.envelope,
            regions: self.regions,
            wrapping_findings: self.wrapping_findings,
            layout: self.layout,
            options: options.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Cable;

    #[test]
    fn a_cable_can_be_shared() {
        fn shared<T: Send + Sync + 'static>() {}
        shared::<Cable>();
    }
}
