package dev.whimbrel.kit.develop;

import dev.whimbrel.kit.Project;

/** The database of a project, as long as it is one for development. */
record OwnDatabase(Project project) {
  /**
   * The project, if a command for development may touch its database.
   *
   * @param command as it is typed
   * @throws ProtectedException if the environment is protected
   */
  Project forCommand(String command) {
    if (project.configuration().isProtected()) {
      throw new ProtectedException(
          "%s is for development, and %s marks this environment as protected. Nothing was done. Choose another with --env; here, use: whimbrel migrate"
              .formatted(command, project.configuration().file()));
    }
    return project;
  }
}
