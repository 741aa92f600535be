// Package export_gadget_api_lifecycle is what the generated exports of `lifecycle` call.
package export_gadget_api_lifecycle

import (
	"gadget-api/guest/internal/bindings/imports/gadget_api_types"
	"gadget-api/guest/internal/wit/types"
)

// Result is what the functions answer.
type Result = types.Result[types.Unit, gadget_api_types.ApiError]

// Set by the SDK.
var (
	Init  func(purpose uint8) Result
	Start func() Result
	Stop  func() Result
)
