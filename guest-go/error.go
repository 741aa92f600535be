package gadget

import (
	"unicode/utf8"

	"gadget-api/guest/internal/bindings/imports/gadget_api_types"
	"gadget-api/guest/internal/wit/types"
)

// ErrorCode says what the caller can do about an [Error].
type ErrorCode uint8

// The cases of gadget:api's api-error.
const (
	// CodeNotFound: no source, field or parameter has this name.
	CodeNotFound ErrorCode = ErrorCode(gadget_api_types.ApiError_NotFound)
	// CodeAlreadyExists: the name is taken, or this can be done once and was.
	CodeAlreadyExists ErrorCode = ErrorCode(gadget_api_types.ApiError_AlreadyExists)
	// CodeWrongKind: a field does not hold what was asked for.
	CodeWrongKind ErrorCode = ErrorCode(gadget_api_types.ApiError_WrongKind)
	// CodeWrongSource: a field of one source with a packet of another.
	CodeWrongSource ErrorCode = ErrorCode(gadget_api_types.ApiError_WrongSource)
	// CodeOutOfRange: a row, a value or a number of values is not possible.
	CodeOutOfRange ErrorCode = ErrorCode(gadget_api_types.ApiError_OutOfRange)
	// CodeExpired: the packet is over.
	CodeExpired ErrorCode = ErrorCode(gadget_api_types.ApiError_Expired)
	// CodeNotNow: not in this phase.
	CodeNotNow ErrorCode = ErrorCode(gadget_api_types.ApiError_NotNow)
	// CodeLimitExceeded: a cap was reached, and stays.
	CodeLimitExceeded ErrorCode = ErrorCode(gadget_api_types.ApiError_LimitExceeded)
	// CodeDenied: not allowed to this gadget.
	CodeDenied ErrorCode = ErrorCode(gadget_api_types.ApiError_Denied)
	// CodeBusy: not before something else has gone on; the same may succeed in a later call.
	CodeBusy ErrorCode = ErrorCode(gadget_api_types.ApiError_Busy)
	// CodeOther: anything else.
	CodeOther ErrorCode = ErrorCode(gadget_api_types.ApiError_Other)
)

var codeNames = [...]string{
	"not-found", "already-exists", "wrong-kind", "wrong-source", "out-of-range", "expired", "not-now", "limit-exceeded",
	"denied", "busy", "other",
}

// String is the code in the words of gadget:api, such as `not-found`.
func (code ErrorCode) String() string {
	if int(code) >= len(codeNames) {
		return "other"
	}
	return codeNames[code]
}

// Error is how a call to the host fails, and how a hook can fail in a way that its host can tell apart: returned from a
// hook or callback, wrapped or not, it keeps its code. Any other error becomes `other`.
//
//	if errors.Is(err, gadget.ErrNotFound) { … }
type Error struct {
	Code ErrorCode
	// Text is for people. Do not match on it.
	Text string
}

// What [errors.Is] compares with: every [Error] with the code, whatever its text.
var (
	ErrNotFound      = &Error{Code: CodeNotFound}
	ErrAlreadyExists = &Error{Code: CodeAlreadyExists}
	ErrWrongKind     = &Error{Code: CodeWrongKind}
	ErrWrongSource   = &Error{Code: CodeWrongSource}
	ErrOutOfRange    = &Error{Code: CodeOutOfRange}
	ErrExpired       = &Error{Code: CodeExpired}
	ErrNotNow        = &Error{Code: CodeNotNow}
	ErrLimitExceeded = &Error{Code: CodeLimitExceeded}
	ErrDenied        = &Error{Code: CodeDenied}
	ErrBusy          = &Error{Code: CodeBusy}
	ErrOther         = &Error{Code: CodeOther}
)

// Error is the code and the text.
func (err *Error) Error() string {
	if err.Text == "" {
		return err.Code.String()
	}
	return err.Code.String() + ": " + err.Text
}

// Is reports whether target is an [Error] with the same code, and with the same text unless it has none.
func (err *Error) Is(target error) bool {
	other, ok := target.(*Error)
	return ok && other.Code == err.Code && (other.Text == "" || other.Text == err.Text)
}

type apiError = gadget_api_types.ApiError

// valueOf is a result of the host as Go has it.
func valueOf[T any](result types.Result[T, apiError]) (T, error) {
	if result.Tag() == types.ResultOk {
		return result.Ok(), nil
	}
	return result.Ok(), fromHost(result.Err())
}

// errorOf is a result of the host that has no value.
func errorOf(result types.Result[types.Unit, apiError]) error {
	if result.Tag() == types.ResultOk {
		return nil
	}
	return fromHost(result.Err())
}

func fromHost(err apiError) *Error {
	return &Error{ErrorCode(err.Tag()), err.Text()}
}

// toHost is the error of a hook as the host has it.
func toHost(err error) apiError {
	code, text := CodeOther, ""
	if own, ok := err.(*Error); ok {
		code, text = own.Code, own.Text
	} else {
		if wrapped := find(err); wrapped != nil {
			code = wrapped.Code
		}
		text = err.Error()
	}
	return gadget_api_types.MakeApiError(uint8(min(code, CodeOther)), validText(text))
}

// find is the first [Error] among what err wraps. ([errors.As] would make every component larger.)
func find(err error) *Error {
	switch err := err.(type) {
	case *Error:
		return err
	case interface{ Unwrap() error }:
		return find(err.Unwrap())
	case interface{ Unwrap() []error }:
		for _, each := range err.Unwrap() {
			if found := find(each); found != nil {
				return found
			}
		}
	}
	return nil
}

// validText is text that can be given to the host, which takes nothing but UTF-8.
func validText(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	return decode([]byte(text))
}

func validTexts(texts []string) []string {
	valid := make([]string, len(texts))
	for index, text := range texts {
		valid[index] = validText(text)
	}
	return valid
}
