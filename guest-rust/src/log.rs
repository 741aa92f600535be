//! Lines for people. The macros [`error!`](crate::error!), [`warn!`](crate::warn!), [`info!`](crate::info!),
//! [`debug!`](crate::debug!) and [`trace!`](crate::trace!) take what `format!` takes, and neither look at it nor put it
//! together for a level that nobody sees.
//!
//! Details for machines go before the text, with a semicolon behind them: `info!(pid = 42, "net.peer" = &peer; "closed")`. A
//! host keeps them apart from the text where its log can, and else shows them behind it. What can be one:
//! [`AttributeValue`]. At most 64 in a line.

pub use crate::raw::gadget::api::logging::{Attribute, AttributeValue, Level};

use crate::raw::gadget::api::logging as host;
use std::borrow::Cow;
use std::fmt;

/// Whether lines of this level are seen by anybody.
pub fn enabled(level: Level) -> bool {
    host::enabled(level)
}

/// Writes one line; of more than 8192 bytes the rest is cut. The macros ask [`enabled`] before.
pub fn write(level: Level, line: fmt::Arguments<'_>) {
    match line.as_str() {
        Some(line) => host::log(level, line),
        None => host::log(level, &line.to_string()),
    }
}

/// Writes one line with details; see [`write`](write()). Of a key more than 256 bytes and of a text more than 8192 are cut, and
/// so are details after the 64th; one with an empty key is left out.
pub fn write_with(level: Level, line: fmt::Arguments<'_>, attributes: &[Attribute]) {
    match line.as_str() {
        Some(line) => host::log_with(level, line, attributes),
        None => host::log_with(level, &line.to_string(), attributes),
    }
}

impl Attribute {
    /// A detail of a line: `Attribute::new("pid", 42)`. What the macros make of `pid = 42`.
    pub fn new(key: &str, value: impl Into<AttributeValue>) -> Self {
        Self { key: key.to_string(), value: value.into() }
    }
}

macro_rules! values {
    ($($case:ident: $($type:ty),+;)+) => {$($(
        impl From<$type> for AttributeValue {
            fn from(value: $type) -> Self {
                Self::$case(value.into())
            }
        }
    )+)+};
}

values! {
    Boolean: bool;
    Signed: i8, i16, i32, i64;
    Unsigned: u8, u16, u32, u64;
    Float: f32, f64;
    Text: &str, &String, String, Cow<'_, str>, char;
}

/// On the machine of a gadget it is one of 32 bits.
impl From<usize> for AttributeValue {
    fn from(value: usize) -> Self {
        Self::Unsigned(value as u64)
    }
}

macro_rules! levels {
    ($($name:ident $level:ident $what:literal),+ $(,)?) => { levels!(($) $($name $level $what),+); };
    (($d:tt) $($name:ident $level:ident $what:literal),+) => {$(
        #[doc = concat!("Logs one line, in the words of `format!`: ", $what, ". See [`log`](crate::log).")]
        #[macro_export]
        macro_rules! $name {
            ($d($d key:tt = $d value:expr),+ ; $d($d part:tt)+) => {
                if $crate::log::enabled($crate::log::Level::$level) {
                    $crate::log::write_with(
                        $crate::log::Level::$level,
                        ::core::format_args!($d($d part)+),
                        &[$d($crate::log::Attribute::new($crate::__log_key!($d key), $d value)),+],
                    )
                }
            };
            ($d($d part:tt)+) => {
                if $crate::log::enabled($crate::log::Level::$level) {
                    $crate::log::write($crate::log::Level::$level, ::core::format_args!($d($d part)+))
                }
            };
        }
    )+};
}

#[doc(hidden)]
#[macro_export]
macro_rules! __log_key {
    ($key:ident) => {
        ::core::stringify!($key)
    };
    ($key:literal) => {
        $key
    };
}

levels!(
    error Error "something that was asked for did not happen",
    warn Warn "something is odd; the work goes on",
    info Info "what someone who runs the gadget may want to know, said rarely",
    debug Debug "what helps its author to find a mistake",
    trace Trace "every step",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_are_what_they_are_in_rust() {
        let text = |text: &str| AttributeValue::Text(text.to_string());
        let same =
            |one: AttributeValue, other: AttributeValue| assert_eq!(format!("{one:?}"), format!("{other:?}"));
        same(true.into(), AttributeValue::Boolean(true));
        same((-1_i8).into(), AttributeValue::Signed(-1));
        same(u32::MAX.into(), AttributeValue::Unsigned(4_294_967_295));
        same(3_usize.into(), AttributeValue::Unsigned(3));
        same(0.5_f32.into(), AttributeValue::Float(0.5));
        same("a".into(), text("a"));
        same((&"b".to_string()).into(), text("b"));
        same(Cow::Borrowed("c").into(), text("c"));
        same('d'.into(), text("d"));
    }

    #[test]
    fn keys_are_names_or_texts() {
        assert_eq!(Attribute::new(crate::__log_key!(pid), 1).key, "pid");
        assert_eq!(Attribute::new(crate::__log_key!("net.peer"), 1).key, "net.peer");
    }
}
