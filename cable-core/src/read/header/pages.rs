//! Printed pages and the distribution block, as [`Reader`] meets them.

use super::reader::Reader;
use super::zones::HeaderZoneKind;
use crate::diagnostic::Sink;
use crate::field::distribution::{self, DraftingLine, OfficeList};
use crate::field::page_line;
use crate::record::PageLine;
use crate::scan::header::kind::HeaderLineKind as K;
use crate::scan::shape::trim_span;
use crate::span::Span;

impl<S: Sink> Reader<'_, S> {
    /// Page headings and classifications of printed pages: before the header they are part of the distribution block,
    /// in it they are breaks.
    pub(super) fn page_furniture(&mut self, index: usize, line: Span, kind: K) {
        let text = self.text;
        let inside = self.format_lines;
        self.zone(
            index,
            if inside || kind == K::ClassificationWord {
                HeaderZoneKind::Break
            } else {
                HeaderZoneKind::Distribution
            },
        );
        if kind == K::ClassificationWord {
            return;
        }
        let open = self.open_page.take();
        let Some(page) = page_line::parse(text, line) else {
            // Post and serial of a heading broken over two lines.
            match open {
                Some(true) => {
                    if let Some(last) = self.block.breaks.pop() {
                        let mut page = PageLine {
                            page: last.page.unwrap_or(0),
                            post: None,
                            serial: None,
                            section: None,
                            time: None,
                            span: last.span,
                        };
                        page_line::tail(text, line, &mut page);
                        self.block.breaks.push(page_line::to_break(page));
                    }
                }
                _ => {
                    if let Some(last) = self.distribution.pages.last_mut() {
                        page_line::tail(text, line, last);
                    }
                }
            }
            return;
        };
        self.open_page = Some(inside);
        let limit = self.limit();
        if inside {
            if self.block.breaks.len() < limit {
                self.block.breaks.push(page_line::to_break(page));
            }
        } else if self.distribution.pages.len() < limit {
            self.in_distribution(line);
            self.distribution.pages.push(page);
        }
    }

    pub(super) fn in_distribution(&mut self, line: Span) {
        let line = trim_span(self.text, line);
        let span = &mut self.distribution.span;
        *span = if self.has_distribution {
            span.join(line)
        } else {
            line
        };
        self.has_distribution = true;
    }

    pub(super) fn distribution_line(&mut self, index: usize, line: Span, kind: K) {
        let text = self.text;
        let limit = self.limit();
        self.in_distribution(line);
        self.zone(index, HeaderZoneKind::Distribution);
        self.offices = match kind {
            K::DistributionAction => OfficeList::Action,
            K::DistributionOrigin => OfficeList::Origin,
            K::DistributionInfo => OfficeList::Info,
            _ => self.offices,
        };
        let block = &mut self.distribution;
        match kind {
            K::DashLine => {
                if block.dash.is_none() {
                    block.dash = Some(distribution::dash_line(text, line));
                }
            }
            K::MachineNumber => {}
            K::Drafting => {
                let about = distribution::drafting(text, line, limit, block);
                self.desired = about == DraftingLine::Other;
            }
            K::Clearance if self.desired => {}
            K::Clearance => distribution::clearance(text, line, limit, block),
            _ => {
                if !distribution::offices(text, line, self.offices, limit, block) {
                    self.over_limit(index, line);
                }
            }
        }
    }
}
