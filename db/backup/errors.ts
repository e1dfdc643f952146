/** Why a backup or a restore was refused; whoever runs it puts the code into words. */
export type BackupErrorCode =
  /** There is nothing to back up: no migration was ever run there. */
  | 'no_schema'
  /** The database already has tables. */
  | 'not_empty'
  /** Not a backup of ours, or of a later form. */
  | 'not_a_backup'
  /** Cut off or changed since it was made. */
  | 'damaged'
  /** Made by a newer program. */
  | 'newer_schema';

export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
