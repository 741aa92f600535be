package gadget

// hearLosses does nothing: that the program imports it tells `gadget build` to let the host call on-loss.
//
//go:wasmimport wasi_snapshot_preview1 gadget-hear-losses
func hearLosses()
