// Package export_gadget_api_losses is what the generated exports of `losses` call.
package export_gadget_api_losses

import (
	"gadget-api/guest/internal/bindings/imports/gadget_api_types"
	"gadget-api/guest/internal/wit/types"
)

// Result is what OnLoss answers.
type Result = types.Result[types.Unit, gadget_api_types.ApiError]

// OnLoss is set by the SDK.
var OnLoss func(subscription uint32, rows uint32, cause uint8) Result
