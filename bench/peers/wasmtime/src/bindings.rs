//! What wasmtime makes of the WIT: a trait for each interface that the guest imports, and typed calls of its exports.

use wasmtime::component::{ResourceTableError, bindgen};

bindgen!({
    path: "../../../wit/frozen/1.0.0",
    // What the guest of the bench imports and exports.
    inline: "
        package bench:wasmtime;

        world calls {
            import gadget:api/types@1.0.0;
            import gadget:api/packet@1.0.0;
            import gadget:api/logging@1.0.0;
            import gadget:api/field@1.0.0;
            import gadget:api/datasource@1.0.0;
            import gadget:api/params@1.0.0;
            export gadget:api/lifecycle@1.0.0;
            export gadget:api/handler@1.0.0;
        }
    ",
    world: "bench:wasmtime/calls",
    with: {
        "gadget:api/packet.packet": crate::host::Received,
        "gadget:api/field.field": crate::host::Field,
        "gadget:api/datasource.data-source": crate::host::Source,
    },
    imports: { default: trappable },
    trappable_error_type: { "gadget:api/types.api-error" => Failure },
});

pub use gadget::api::types::{ApiError, Kind};

/// How a call of the guest fails.
pub enum Failure {
    /// The guest gets it as an answer.
    Api(ApiError),
    /// The guest ends.
    Trap(wasmtime::Error),
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

/// No such handle: a guest cannot have one.
impl From<ResourceTableError> for Failure {
    fn from(error: ResourceTableError) -> Self {
        Self::Trap(error.into())
    }
}
