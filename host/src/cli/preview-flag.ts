/** The flag for gadgets of the next major. Its version stands in the help: another host has another one. */
export const previewFlag = '--preview-api';

export const previewHelp = 'let gadgets use gadget:api 2.0.0-preview.1, which may change or go, beside 1.x';
