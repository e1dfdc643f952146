/** A refusal of the Bot API, in the platform's own words. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: Readonly<Record<string, number>>;
  constructor(code: number, description: string, parameters: Readonly<Record<string, number>> = {}) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export const badRequest = (why: string): ApiError => new ApiError(400, `Bad Request: ${why}`);
export const forbidden = (why: string): ApiError => new ApiError(403, `Forbidden: ${why}`);
export const tooManyRequests = (seconds: number): ApiError =>
  new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
