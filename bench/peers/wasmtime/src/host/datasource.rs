use super::{Field, Host, Received, Source, not_here};
use crate::bindings::gadget::api::datasource::{self, Delivery};
use crate::bindings::{ApiError, Failure, Kind};
use crate::guest::SUBSCRIPTION;
use crate::packet::FIELDS;
use wasmtime::component::Resource;

const NAME: &str = "open";

impl datasource::Host for Host {}

impl datasource::HostDataSource for Host {
    fn create(&mut self, _: String, _: Delivery) -> Result<Resource<Source>, Failure> {
        not_here()
    }

    fn open(&mut self, name: String) -> Result<Resource<Source>, Failure> {
        if name != NAME {
            return Err(ApiError::NotFound(name).into());
        }
        Ok(self.table.push(Source)?)
    }

    fn names(&mut self) -> wasmtime::Result<Vec<String>> {
        Ok(vec![NAME.to_owned()])
    }

    fn name(&mut self, _: Resource<Source>) -> wasmtime::Result<String> {
        Ok(NAME.to_owned())
    }

    fn delivery(&mut self, _: Resource<Source>) -> wasmtime::Result<Delivery> {
        Ok(Delivery::Events)
    }

    fn fields(&mut self, _: Resource<Source>) -> Result<Vec<Resource<Field>>, Failure> {
        (0..FIELDS.len()).map(|field| Ok(self.table.push(Field(field))?)).collect()
    }

    fn get_field(&mut self, _: Resource<Source>, name: String) -> Result<Resource<Field>, Failure> {
        match FIELDS.iter().position(|(field, _)| name.eq_ignore_ascii_case(field)) {
            Some(field) => Ok(self.table.push(Field(field))?),
            None => Err(ApiError::NotFound(name).into()),
        }
    }

    fn add_field(&mut self, _: Resource<Source>, _: String, _: Kind) -> Result<Resource<Field>, Failure> {
        not_here()
    }

    fn set_hidden(&mut self, _: Resource<Source>, _: bool) -> Result<(), Failure> {
        not_here()
    }

    fn subscribe(&mut self, _: Resource<Source>) -> Result<u32, Failure> {
        if !self.declaring {
            return Err(ApiError::NotNow("subscribing is for init".to_owned()).into());
        }
        if std::mem::replace(&mut self.subscribed, true) {
            return Err(ApiError::AlreadyExists(NAME.to_owned()).into());
        }
        Ok(SUBSCRIPTION)
    }

    fn new_packet(&mut self, _: Resource<Source>, _: u32) -> Result<Resource<Received>, Failure> {
        Err(ApiError::Denied("only who made the source makes packets for it".to_owned()).into())
    }

    fn drop(&mut self, source: Resource<Source>) -> wasmtime::Result<()> {
        self.table.delete(source)?;
        Ok(())
    }
}
