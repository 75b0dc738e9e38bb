/** What an analysis depends on: the version of the code and the hash of the taxonomy. */
export type AnalysisIdentity = { code: string; taxonomy: string };

export abstract class VersionStore {
  /**
   * The ordered number of an identity. The newest number is returned where it is already the identity's. Otherwise an
   * unknown identity gets the next number, and a known one does too where `promote` is true (the operator went back to
   * an earlier taxonomy); without it a known one keeps its latest number, so a late worker cannot undo a change.
   */
  abstract register(identity: AnalysisIdentity, promote: boolean): Promise<number>;

  /** The highest number given, 0 before the first. */
  abstract newest(): Promise<number>;
}
