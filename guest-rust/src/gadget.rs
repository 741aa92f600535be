pub use crate::raw::exports::handler::exports::gadget::api::handler::Verdict;
pub use crate::raw::exports::lifecycle::exports::gadget::api::lifecycle::Purpose;
pub use crate::raw::exports::losses::exports::gadget::api::losses::LossCause;

use crate::error::{ApiError, Result};
use crate::packet::Packet;
use crate::source::Subscription;
use crate::timer::Timer;

/// A gadget: what it remembers, and what it does when. [`export!`](crate::export!) makes it the component's.
///
/// An error that a hook answers ends `init` and `start` with its text; in the other hooks it undoes what the call did to
/// packets, and the gadget lives on. A panic is the end of the gadget; its text goes to the log.
pub trait Gadget: Sized + 'static {
    /// The first call: declare sources, fields and subscriptions, look at the parameters. What it answers is the state that
    /// all other hooks get.
    ///
    /// With [`Purpose::Inspect`] nothing will run; parameters have their defaults and sources may be missing.
    fn init(purpose: Purpose) -> Result<Self>;

    /// Everybody has declared; packets are about to flow. May emit.
    fn start(&mut self) -> Result<()> {
        Ok(())
    }

    /// The last call: emit what was gathered, log what was counted.
    fn stop(&mut self) -> Result<()> {
        Ok(())
    }

    /// Looks at a packet of a source this gadget has subscribed to, and changes it. Only called on gadgets that
    /// [export](crate::export!) their `handler`.
    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        let _ = (subscription, packet);
        Err(ApiError::other("the gadget exports its handler, but has no on_packet"))
    }

    /// The same with the packet itself, for gadgets to which it matters when its handle is dropped. Calls
    /// [`on_packet`](Self::on_packet) unless it is implemented.
    fn on_owned_packet(&mut self, subscription: Subscription, packet: Packet) -> Result<Verdict> {
        self.on_packet(subscription, &packet)
    }

    /// A timer is due. Only called on gadgets that [export](crate::export!) their `ticker`.
    fn on_tick(&mut self, timer: Timer) -> Result<()> {
        let _ = timer;
        Err(ApiError::other("the gadget exports its ticker, but has no on_tick"))
    }

    /// Rows of a subscription did not and will not come: `rows` of them for this cause since the last call; `u32::MAX`
    /// means as many or more. Comes before the next packet of the subscription, or before [`stop`](Self::stop). Only
    /// called on gadgets that [export](crate::export!) their `losses`.
    ///
    /// An error is reported, and the packet comes all the same.
    fn on_loss(&mut self, subscription: Subscription, rows: u32, cause: LossCause) -> Result<()> {
        let _ = (subscription, rows, cause);
        Err(ApiError::other("the gadget exports its losses, but has no on_loss"))
    }
}
