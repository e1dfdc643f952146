/** Why the embedded Postgres cannot serve. The message is one line for whoever starts the product. */
export type EmbeddedErrorCode =
  /** No binaries for this system. */
  | 'unsupported'
  /** Started as root, and no other user can run Postgres here. */
  | 'no_user'
  /** The data folder holds a cluster that is not ours. */
  | 'foreign_cluster'
  | 'start_failed'
  | 'stop_failed'
  /** Another process of ours serves this data folder. */
  | 'in_use';

export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
