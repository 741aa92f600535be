use super::Host;
use crate::bindings::gadget::api::logging::{self, Level};

impl logging::Host for Host {
    fn log(&mut self, level: Level, message: String) -> wasmtime::Result<()> {
        match level {
            Level::Info => self.lines.push(message),
            // The bench's guest has nothing to complain of.
            Level::Error | Level::Warn => return Err(wasmtime::format_err!("the guest says: {message}")),
            Level::Debug | Level::Trace => {}
        }
        Ok(())
    }

    fn enabled(&mut self, level: Level) -> wasmtime::Result<bool> {
        Ok(matches!(level, Level::Error | Level::Warn | Level::Info))
    }
}
