pub use crate::raw::gadget::api::handles::HandleUsage;

/// How much of its budget of handles (fields, packets and sources) this gadget holds. For finding leaks.
pub fn handle_usage() -> HandleUsage {
    crate::raw::gadget::api::handles::usage()
}
