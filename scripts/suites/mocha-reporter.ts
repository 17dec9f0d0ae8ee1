import Mocha from 'mocha';

/** Readable lines for the person who waits, and mocha's JSON in a file (`reporterOption.output`) for the counts. */
class SpecAndJson {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    new Mocha.reporters.Spec(runner, options);
    new Mocha.reporters.JSON(runner, options);
  }
}

// Mocha takes what the module itself is as the reporter.
module.exports = SpecAndJson;
