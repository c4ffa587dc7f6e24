package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.rules.GeneralRules;
import dev.whimbrel.review.script.ScriptRule;
import java.util.List;
import java.util.stream.Stream;

/** All rules about statements that hold on PostgreSQL. */
public final class ScriptRules {
  private ScriptRules() {}

  public static List<ScriptRule> all() {
    return Stream.of(GeneralRules.all(), aboutWhatGoes(), aboutLocks())
        .flatMap(List::stream)
        .toList();
  }

  private static List<ScriptRule> aboutWhatGoes() {
    return List.of(
        new DropSchema(),
        new DropMaterializedView(),
        new DropObject(),
        new DropCascade(),
        new DropIndex(),
        new DropColumnCascade(),
        new DropColumnTakesMore(),
        new Truncate(),
        new TruncateCascade(),
        new DropConstraint(),
        new CascadingDelete(),
        new TypeNarrowing(),
        new AllTriggersOff(),
        new RenameSchema(),
        new RenameLabel(),
        new TypeChange(),
        new TypeRewrite(),
        new RequiredForOldWriters(),
        new SetNotNull(),
        new DropNotNull(),
        new DropDefault(),
        new JsonColumn(),
        new ScalarToArray(),
        new IdentityAlways(),
        new ViewOfEverything(),
        new CreateIndex(),
        new ConcurrentlyInTransaction(),
        new Reindex(),
        new InvalidIndexLeft(),
        new WideIndex(),
        new CheckNotValid(),
        new ForeignKeyNotValid(),
        new ValidateInSameTransaction(),
        new UniqueNotUsingIndex(),
        new UniqueForOldWriters(),
        new PrimaryKeyNotUsingIndex());
  }

  private static List<ScriptRule> aboutLocks() {
    return List.of(
        new PrimaryKeyNullable(),
        new Exclusion(),
        new VolatileDefault(),
        new StoredGenerated(),
        new CountedColumn(),
        new ConstrainedDomain(),
        StorageChange.logging(),
        StorageChange.place(),
        new Repack(),
        new TriggerOnExisting(),
        new Detach(),
        new CreatePartition(),
        new AttachWithoutCheck(),
        new Refresh(),
        new LockTimeout(),
        new StatementTimeout(),
        new ShortLockTimeout(),
        new MoreAfterExclusive(),
        new SeveralAlters(),
        new ForeignKeyWithoutIndex(),
        new BackfillWithChanges(),
        new OrphanRows(),
        new RobustStatements(),
        new WholeServer(),
        new QualifiedNames(),
        new LongIdentifier(),
        new EnumOrder(),
        new NewEnum(),
        new SmallNumber(),
        new SerialColumn(),
        new LimitedText(),
        new PaddedText(),
        new LocalTime(),
        new NoPrimaryKey(),
        new DynamicSql(),
        new SeenFailing(),
        new SeenRewriting(),
        new SeenBlocking(),
        new SeenDropping());
  }
}
