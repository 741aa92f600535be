//! Lines for people. The macros [`error!`](crate::error!), [`warn!`](crate::warn!), [`info!`](crate::info!),
//! [`debug!`](crate::debug!) and [`trace!`](crate::trace!) take what `format!` takes, and neither look at it nor put it
//! together for a level that nobody sees.

pub use crate::raw::gadget::api::logging::Level;

use crate::raw::gadget::api::logging as host;
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

macro_rules! levels {
    ($($name:ident $level:ident $what:literal),+ $(,)?) => { levels!(($) $($name $level $what),+); };
    (($d:tt) $($name:ident $level:ident $what:literal),+) => {$(
        #[doc = concat!("Logs one line, in the words of `format!`: ", $what, ". See [`log`](crate::log).")]
        #[macro_export]
        macro_rules! $name {
            ($d($d part:tt)+) => {
                if $crate::log::enabled($crate::log::Level::$level) {
                    $crate::log::write($crate::log::Level::$level, ::core::format_args!($d($d part)+))
                }
            };
        }
    )+};
}

levels!(
    error Error "something that was asked for did not happen",
    warn Warn "something is odd; the work goes on",
    info Info "what someone who runs the gadget may want to know, said rarely",
    debug Debug "what helps its author to find a mistake",
    trace Trace "every step",
);
