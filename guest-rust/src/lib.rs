#![doc = include_str!("../README.md")]

mod clock;
mod collections;
mod duration;
mod error;
mod export;
mod field;
mod gadget;
mod handles;
mod kind;
pub mod log;
mod packed;
mod packet;
pub mod params;
mod random;
pub mod raw;
mod source;
mod timer;
mod value;

#[doc(hidden)]
pub use export::hooks;

pub use clock::{monotonic, wall};
pub use collections::{HashMap, HashSet, SeededState};
pub use error::{ApiError, Result};
pub use field::{AnyField, Field};
pub use gadget::{Gadget, Purpose, Verdict};
pub use handles::{HandleUsage, handle_usage};
pub use kind::{Annotation, Kind};
pub use packed::Packed;
pub use packet::{Packet, Row, Rows};
pub use params::param;
pub use random::{Random, seed};
pub use source::{Delivery, Source, Subscription, source_names};
pub use timer::{Timer, every};
pub use value::{AnyValue, FieldType, Value};
