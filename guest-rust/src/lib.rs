#![doc = include_str!("../README.md")]

mod any_list;
mod any_value;
mod clock;
mod collections;
mod duration;
mod element;
mod error;
mod export;
mod field;
mod fit;
mod gadget;
mod handles;
mod kind;
mod list;
mod list_field;
mod lists;
pub mod log;
mod packed;
mod packed_lists;
mod packet;
pub mod params;
mod random;
pub mod raw;
mod source;
mod timer;
mod update;
mod value;

#[doc(hidden)]
pub use export::hooks;

pub use any_value::AnyValue;
pub use clock::{Instant, monotonic, now, wall};
pub use collections::{HashMap, HashSet, SeededState};
pub use element::Element;
pub use error::{ApiError, Result};
pub use field::{AnyField, AnyListField, Field};
pub use gadget::{Gadget, LossCause, Purpose, Verdict};
pub use handles::{HandleUsage, handle_usage};
pub use kind::{Annotation, Kind};
pub use list::{List, U8List};
pub use lists::Lists;
pub use packed::Packed;
pub use packed_lists::PackedLists;
pub use packet::{Packet, Row, Rows};
pub use params::param;
pub use random::{Random, seed};
pub use source::{Delivery, FieldDescription, Source, Subscription, source_names};
pub use timer::{Timer, every, once};
pub use value::{FieldType, Value};
