use super::Host;
use crate::bindings::gadget::api::params;

impl params::Host for Host {
    fn get(&mut self, key: String) -> wasmtime::Result<Option<String>> {
        Ok((key == "job").then(|| self.job.clone()))
    }

    fn all(&mut self) -> wasmtime::Result<Vec<(String, String)>> {
        Ok(vec![("job".to_owned(), self.job.clone())])
    }
}
