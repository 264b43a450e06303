//! The facts of the field: TAGS, posts, routing indicators, captions, markings, orders.
//!
//! The tables are CSV files in `data`, each read once on its first use. A fact is a `&'static`
//! struct. Look-ups compare upper-case text as it stands unless they say otherwise; `None` says
//! that a table does not know, never that the text is wrong.
//!
//! ```
//! use cable_core::facts::{self, TagKind};
//!
//! let tag = facts::tag("KDEM", None).expect("a program code");
//! assert_eq!((tag.kind, tag.kind.as_str()), (TagKind::Program, "program"));
//! assert_eq!("program".parse(), Ok(TagKind::Program));
//! ```

mod abbreviations;
mod agencies;
mod captions;
mod classifications;
mod executive_orders;
mod exemptions;
mod malformed_ids;
mod operating_signals;
mod origin_labels;
mod portion_marks;
mod post_relations;
mod posts;
mod precedences;
mod routing_indicators;
mod table;
mod tags;
mod title_words;
mod words_of_codes;

pub(crate) use abbreviations::{WordClass, word_class};
pub(crate) use agencies::is_agency;
pub(crate) use captions::opens_caption;
pub use captions::{Caption, CaptionClass, caption, caption_at, captions};
pub use classifications::{Classification, Level, classification, classifications};
pub use executive_orders::{
    ExecutiveOrder, executive_order, executive_order_corrected, executive_order_in_force,
    executive_orders,
};
pub use exemptions::{Exemption, ExemptionKind, exemption, exemptions};
pub use malformed_ids::{MalformedId, malformed_id, malformed_ids};
pub use operating_signals::{OperatingSignal, operating_signal};
pub use origin_labels::{origin_label, origin_labels};
pub use portion_marks::{PortionMark, portion_mark, portion_marks};
pub use post_relations::{PostRelation, RelationKind, post_relations, same_post, same_post_in};
pub use posts::{
    Post, PostKind, alias_is_ambiguous, name_of_post, post, post_by_alias, post_by_name,
    post_by_routing_indicator, posts, posts_by_post6, posts_by_routing_indicator,
};
pub use precedences::{PrecedenceFact, precedence, precedence_by_prosign};
pub use routing_indicators::{RoutingIndicator, RoutingKind, routing_indicator};
pub use tags::{Tag, TagCorrection, TagKind, tag, tag_correction, tag_kind, tag_phrase_at, tags};
pub(crate) use title_words::{TitleClass, title_word, title_words};
pub(crate) use words_of_codes::is_word_of_codes;
