/// Makes a [`Gadget`](crate::Gadget) the one of this component. Once in a crate.
///
/// The lifecycle is always exported. What else the gadget wants to be called for is named: `handler` for packets,
/// `ticker` for ticks, `losses` for news of lost rows.
///
/// ```
/// # use gadget_guest::{Gadget, Purpose, Result};
/// # struct Redact;
/// # impl Gadget for Redact { fn init(_: Purpose) -> Result<Self> { Ok(Redact) } }
/// gadget_guest::export!(Redact: handler);
/// ```
///
/// `export!(Heartbeat: ticker)`, `export!(Count: handler, ticker, losses)` and `export!(Hello)` are other ways.
///
/// Nothing is exported when the crate is compiled for another machine than wasm, as by `cargo test`.
#[macro_export]
macro_rules! export {
    ($gadget:ty $(: $($hook:ident),+ $(,)?)?) => {
        #[allow(dead_code)]
        const _: () = {
            ::std::thread_local! {
                static GADGET: ::std::cell::RefCell<::core::option::Option<$gadget>> =
                    const { ::std::cell::RefCell::new(::core::option::Option::None) };
            }
            struct Exports;
            $crate::__export_hook!(lifecycle Exports GADGET);
            $($($crate::__export_hook!($hook Exports GADGET);)+)?
        };
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __export_hook {
    (lifecycle $exports:ident $state:ident) => {
        impl $crate::raw::exports::lifecycle::exports::gadget::api::lifecycle::Guest for $exports {
            fn init(purpose: $crate::Purpose) -> $crate::hooks::Answer<()> {
                $crate::hooks::init(&$state, purpose)
            }
            fn start() -> $crate::hooks::Answer<()> {
                $crate::hooks::start(&$state)
            }
            fn stop() -> $crate::hooks::Answer<()> {
                $crate::hooks::stop(&$state)
            }
        }
        #[cfg(target_family = "wasm")]
        $crate::raw::exports::lifecycle::export_lifecycle!(
            $exports with_types_in $crate::raw::exports::lifecycle
        );
    };
    (handler $exports:ident $state:ident) => {
        impl $crate::raw::exports::handler::exports::gadget::api::handler::Guest for $exports {
            fn on_packet(
                subscription: u32,
                packet: $crate::raw::gadget::api::packet::Packet,
            ) -> $crate::hooks::Answer<$crate::Verdict> {
                $crate::hooks::on_packet(&$state, subscription, packet)
            }
        }
        #[cfg(target_family = "wasm")]
        $crate::raw::exports::handler::export_handler!(
            $exports with_types_in $crate::raw::exports::handler
        );
    };
    (ticker $exports:ident $state:ident) => {
        impl $crate::raw::exports::ticker::exports::gadget::api::ticker::Guest for $exports {
            fn on_tick(timer: u32) -> $crate::hooks::Answer<()> {
                $crate::hooks::on_tick(&$state, timer)
            }
        }
        #[cfg(target_family = "wasm")]
        $crate::raw::exports::ticker::export_ticker!(
            $exports with_types_in $crate::raw::exports::ticker
        );
    };
    (losses $exports:ident $state:ident) => {
        impl $crate::raw::exports::losses::exports::gadget::api::losses::Guest for $exports {
            fn on_loss(subscription: u32, rows: u32, cause: $crate::LossCause) -> $crate::hooks::Answer<()> {
                $crate::hooks::on_loss(&$state, subscription, rows, cause)
            }
        }
        #[cfg(target_family = "wasm")]
        $crate::raw::exports::losses::export_losses!(
            $exports with_types_in $crate::raw::exports::losses
        );
    };
    ($other:ident $exports:ident $state:ident) => {
        ::core::compile_error!(::core::concat!(
            "a gadget can export handler, ticker and losses, not ",
            ::core::stringify!($other)
        ));
    };
}

/// What the macros call: from the interface's types to those of [`Gadget`](crate::Gadget) and back.
#[allow(missing_docs)]
pub mod hooks {
    use crate::error::ApiError;
    use crate::gadget::{Gadget, LossCause, Purpose, Verdict};
    use crate::log::{Level, write};
    use crate::packet::Packet;
    use crate::raw::gadget::api::packet::Packet as RawPacket;
    use crate::raw::gadget::api::types::ApiError as RawError;
    use crate::source::Subscription;
    use crate::timer::Timer;
    use std::cell::RefCell;
    use std::panic::PanicHookInfo;
    use std::thread::LocalKey;

    pub type Answer<T> = Result<T, RawError>;
    type State<G> = &'static LocalKey<RefCell<Option<G>>>;

    pub fn init<G: Gadget>(state: State<G>, purpose: Purpose) -> Answer<()> {
        std::panic::set_hook(Box::new(last_words));
        let gadget = G::init(purpose)?;
        state.set(Some(gadget));
        Ok(())
    }

    pub fn start<G: Gadget>(state: State<G>) -> Answer<()> {
        with(state, G::start)
    }

    pub fn stop<G: Gadget>(state: State<G>) -> Answer<()> {
        with(state, G::stop)
    }

    pub fn on_packet<G: Gadget>(state: State<G>, subscription: u32, packet: RawPacket) -> Answer<Verdict> {
        with(state, |gadget| gadget.on_owned_packet(Subscription::new(subscription), Packet::new(packet)))
    }

    pub fn on_tick<G: Gadget>(state: State<G>, timer: u32) -> Answer<()> {
        with(state, |gadget| gadget.on_tick(Timer::new(timer)))
    }

    pub fn on_loss<G: Gadget>(state: State<G>, subscription: u32, rows: u32, cause: LossCause) -> Answer<()> {
        with(state, |gadget| gadget.on_loss(Subscription::new(subscription), rows, cause))
    }

    /// The host calls nothing before `init` has succeeded, and nothing while another call runs.
    fn with<G: Gadget, T>(state: State<G>, call: impl FnOnce(&mut G) -> crate::Result<T>) -> Answer<T> {
        state.with_borrow_mut(|gadget| match gadget {
            Some(gadget) => call(gadget).map_err(RawError::from),
            None => Err(ApiError::other("the gadget is not initialised").into()),
        })
    }

    /// A panic ends in a trap, which has no text: what it wanted to say goes to the log before.
    fn last_words(panic: &PanicHookInfo<'_>) {
        let payload = panic.payload();
        let text = payload.downcast_ref::<&str>().copied();
        let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        let text = text.unwrap_or("without a text");
        match panic.location() {
            Some(place) => write(Level::Error, format_args!("panic at {place}: {text}")),
            None => write(Level::Error, format_args!("panic: {text}")),
        }
    }
}
