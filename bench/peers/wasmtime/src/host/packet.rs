use super::{Host, Received, not_here};
use crate::bindings::gadget::api::packet;
use crate::bindings::{ApiError, Failure};
use wasmtime::component::Resource;

impl packet::Host for Host {}

impl packet::HostPacket for Host {
    fn len(&mut self, packet: Resource<Received>) -> wasmtime::Result<u32> {
        match self.draft(&packet) {
            Ok(draft) => Ok(draft.rows),
            Err(Failure::Api(_)) => Ok(0),
            Err(Failure::Trap(error)) => Err(error),
        }
    }

    fn append(&mut self, _: Resource<Received>, _: u32) -> Result<u32, Failure> {
        not_here()
    }

    fn discard(&mut self, _: Resource<Received>, _: u32) -> Result<(), Failure> {
        not_here()
    }

    fn discard_many(&mut self, _: Resource<Received>, _: Vec<u32>) -> Result<(), Failure> {
        not_here()
    }

    fn emit(&mut self, packet: Resource<Received>) -> Result<(), Failure> {
        self.table.delete(packet)?;
        Err(ApiError::Denied("the packet was received, not made".to_owned()).into())
    }

    fn drop(&mut self, packet: Resource<Received>) -> wasmtime::Result<()> {
        self.table.delete(packet)?;
        Ok(())
    }
}
