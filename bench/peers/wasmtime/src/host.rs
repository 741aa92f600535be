//! What the guest sees of the bench: one source, whose packets it may read and write.

mod datasource;
mod field;
mod logging;
mod packet;
mod params;

use crate::bindings::gadget::api::types;
use crate::bindings::{ApiError, Failure};
use crate::packet::Packet;
use std::rc::Rc;
use wasmtime::component::{Resource, ResourceTable};

/// Behind a handle of a field: its number.
pub struct Field(usize);

/// Behind a handle of the source.
pub struct Source;

/// Behind a handle of a packet: the call that brought it.
pub struct Received {
    call: u64,
}

/// What a guest works with.
pub struct Host {
    job: String,
    table: ResourceTable,
    /// Until `init` has ended.
    declaring: bool,
    subscribed: bool,
    /// Number of the latest call.
    call: u64,
    /// The packet of the call that runs now. Its columns are shared with the packet as it came until they are written.
    draft: Option<Rc<Packet>>,
    /// What the guest told, line by line.
    lines: Vec<String>,
}

impl Host {
    /// `job`: the guest's parameter.
    pub fn new(job: String) -> Self {
        Self {
            job,
            table: ResourceTable::new(),
            declaring: true,
            subscribed: false,
            call: 0,
            draft: None,
            lines: Vec::new(),
        }
    }

    /// Nothing can be declared any more.
    pub fn end_declaring(&mut self) {
        self.declaring = false;
    }

    /// Begins a call, and gives the handle for it.
    pub fn receive(&mut self, packet: &Rc<Packet>) -> wasmtime::Result<Resource<Received>> {
        self.call += 1;
        self.draft = Some(Rc::clone(packet));
        Ok(self.table.push(Received { call: self.call })?)
    }

    /// Ends a call, and with it the life of its packet; gives what came of it.
    pub fn finish(&mut self) -> Option<Rc<Packet>> {
        self.draft.take()
    }

    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    fn draft(&self, handle: &Resource<Received>) -> Result<&Packet, Failure> {
        match &self.draft {
            Some(draft) if self.table.get(handle)?.call == self.call => Ok(draft),
            _ => Err(ApiError::Expired.into()),
        }
    }

    fn draft_mut(&mut self, handle: &Resource<Received>) -> Result<&mut Packet, Failure> {
        match &mut self.draft {
            Some(draft) if self.table.get(handle)?.call == self.call => Ok(Rc::make_mut(draft)),
            _ => Err(ApiError::Expired.into()),
        }
    }
}

impl types::Host for Host {
    fn convert_api_error(&mut self, failure: Failure) -> wasmtime::Result<ApiError> {
        match failure {
            Failure::Api(error) => Ok(error),
            Failure::Trap(error) => Err(error),
        }
    }
}

/// What the API has, and the guest of the bench does not use.
fn not_here<T>() -> Result<T, Failure> {
    Err(ApiError::Other("this host has only what the bench needs".to_owned()).into())
}
