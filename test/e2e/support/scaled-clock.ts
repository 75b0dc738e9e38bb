import { Clock } from '#domain/clock.js';

/** A clock that runs from `start` on, `scale` times as fast as that on the wall. */
export class ScaledClock extends Clock {
  private readonly began = Date.now();

  constructor(
    private readonly start: Date,
    private readonly scale: number,
  ) {
    super();
  }

  now(): Date {
    return new Date(this.start.getTime() + (Date.now() - this.began) * this.scale);
  }

  /** Resolves once the clock has passed `at`. */
  async passed(at: Date): Promise<void> {
    const left = (at.getTime() - this.now().getTime()) / this.scale;
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left + 1));
  }
}
