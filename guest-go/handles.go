package gadget

import "gadget-api/guest/internal/bindings/imports/gadget_api_handles"

// HandleUsage is how much of its budget of handles (fields, packets and sources) this gadget holds.
type HandleUsage struct {
	// Open are held now.
	Open uint32
	// Peak is the most that were held at once so far.
	Peak uint32
	// Limit is how many may be held.
	Limit uint32
}

// Handles are this gadget's handles. For finding leaks.
func Handles() HandleUsage {
	usage := gadget_api_handles.Usage()
	return HandleUsage{usage.Open, usage.Peak, usage.Limit}
}
