use crate::bindings::Calls;
use crate::bindings::exports::gadget::api::handler::Verdict;
use crate::bindings::exports::gadget::api::lifecycle::Purpose;
use crate::host::Host;
use crate::packet::Packet;
use std::path::Path;
use std::rc::Rc;
use wasmtime::component::{Component, HasSelf, Linker};
use wasmtime::error::Context;
use wasmtime::{Engine, Result, Store, ensure};

/// The number that the guest gets for its only subscription.
pub const SUBSCRIPTION: u32 = 0;

/// An instance of the component, between `start` and `stop`.
pub struct Guest {
    store: Store<Host>,
    calls: Calls,
}

impl Guest {
    /// Compiles the component, and has it declare and start. `job`: its parameter.
    pub fn open(component: &Path, job: String) -> Result<Self> {
        let engine = Engine::default();
        let component = Component::from_file(&engine, component)?;
        let mut linker = Linker::new(&engine);
        Calls::add_to_linker::<_, HasSelf<_>>(&mut linker, |host| host)?;
        let mut store = Store::new(&engine, Host::new(job));
        let calls = Calls::instantiate(&mut store, &component, &linker)?;
        let lifecycle = calls.gadget_api_lifecycle();
        lifecycle.call_init(&mut store, Purpose::Run)?.context("init failed")?;
        store.data_mut().end_declaring();
        lifecycle.call_start(&mut store)?.context("start failed")?;
        Ok(Self { store, calls })
    }

    /// Has it work on a packet, which stays as it is; gives the packet that comes of it.
    pub fn call(&mut self, packet: &Rc<Packet>) -> Result<Rc<Packet>> {
        let handle = self.store.data_mut().receive(packet)?;
        let handler = self.calls.gadget_api_handler();
        let verdict =
            handler.call_on_packet(&mut self.store, SUBSCRIPTION, handle)?.context("a call failed")?;
        ensure!(verdict == Verdict::Keep, "the guest discarded a packet");
        self.store.data_mut().finish().context("the packet is gone")
    }

    /// Stops it; gives the sum that it tells.
    pub fn stop(mut self) -> Result<u64> {
        self.calls.gadget_api_lifecycle().call_stop(&mut self.store)?.context("stop failed")?;
        let lines = self.store.data().lines();
        let sum = lines.iter().find_map(|line| line.strip_prefix("sum ")).context("no sum was told")?;
        Ok(sum.parse()?)
    }
}
