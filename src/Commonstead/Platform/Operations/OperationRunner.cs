using System.Data;
using System.Reflection;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Commonstead.Platform.Operations;

/// <summary>
/// The only way to run an operation: permission, bounds, idempotency, one transaction, the audit entry. A refusal
/// leaves nothing behind.
/// </summary>
public sealed class OperationRunner(
    TrustDb db, Acting acting, AuditWriter audit, WhoChanged changed, IEnumerable<IActors> actors)
{
    // Two writers on PostgreSQL may each read before the other commits; the engine then stops one, which starts over.
    private const int Attempts = 4;

    /// <summary>Runs an operation for the present actor.</summary>
    /// <param name="operation">The operation, fresh from its scope.</param>
    /// <param name="input">Its input.</param>
    /// <param name="key">The caller's idempotency key, or null; the result must then be a record id.</param>
    public async Task<Outcome<TResult>> Run<TInput, TResult>(
        IOperation<TInput, TResult> operation, TInput input, string? key = null)
    {
        if (Forbidden(operation.GetType()) is { } forbidden) return forbidden;
        if (InputBounds.Check(input) is { Count: > 0 } outOfBounds) return Outcome<TResult>.Refused(outOfBounds);
        if (operation is IPrepares<TInput> slow) await slow.Prepare(input);
        var lane = acting.Trust.IsSqlite ? acting.Trust.WriteLane : null;
        if (lane is not null) await lane.WaitAsync();
        try
        {
            return await RunInTransaction(operation, input, key);
        }
        finally
        {
            lane?.Release();
        }
    }

    private async Task<Outcome<TResult>> RunInTransaction<TInput, TResult>(
        IOperation<TInput, TResult> operation, TInput input, string? key)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            acting.Ended(committed: false);
            try
            {
                return await InOneTransaction(operation, input, key);
            }
            catch (DbUpdateConcurrencyException e)
            {
                db.ChangeTracker.Clear();
                return Outcome<TResult>.Refused(await changed.Tell([Overtaken(e)]));
            }
            catch (Exception e) when (Twin.Is(e))
            {
                var twin = await Twin.Refusal(db, e);
                db.ChangeTracker.Clear();
                return Outcome<TResult>.Refused(await changed.Tell([twin]));
            }
            catch (Exception e) when (attempt < Attempts && IsPassing(e))
            {
                // The transaction ended with its scope; one that the engine stopped at its commit was over already.
                continue;
            }
        }
    }

    private async Task<Outcome<TResult>> InOneTransaction<TInput, TResult>(
        IOperation<TInput, TResult> operation, TInput input, string? key)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        var outcome = await Once(operation, input, key);
        if (!outcome.IsDone) return Outcome<TResult>.Refused(await changed.Tell(outcome.Refusals));
        await transaction.CommitAsync();
        acting.Trust.MarkUnsealed();
        acting.Ended(committed: true);
        return outcome;
    }

    // Another process wrote the record between our reading and our saving it.
    private static Refusal Overtaken(DbUpdateConcurrencyException e)
    {
        var refusal = new Refusal(CommonRefusal.ChangedMeanwhile, Described(e.Entries.Select(x => x.Metadata.ClrType)));
        return e.Entries.FirstOrDefault(x => x.Entity is Record) is { Entity: Record record } entry
            ? refusal with
            {
                Outdated = new OutdatedSight(record.Key, entry.OriginalValues.GetValue<int>(nameof(Record.Version))),
            }
            : refusal;
    }

    private async Task<Outcome<TResult>> Once<TInput, TResult>(
        IOperation<TInput, TResult> operation, TInput input, string? key)
    {
        using var writing = db.Writing();
        var repeat = key is null ? null : new IdempotencyKey(db, acting, operation.GetType().Name, key);
        if (repeat is not null && await repeat.Earlier<TInput, TResult>(input) is { } earlier) return earlier;
        var outcome = await operation.Run(input);
        if (!outcome.IsDone) return outcome;
        repeat?.Keep(input, outcome.Value);
        await audit.Save(acting.ToldAs ?? operation.GetType().Name, outcome.Value);
        return outcome;
    }

    private Refusal? Forbidden(Type operation)
    {
        var needs = operation.GetCustomAttribute<NeedsAttribute>();
        if (needs is null)
        {
            return operation.IsDefined(typeof(OpenToAnyoneAttribute))
                ? null
                : throw new InvalidOperationException($"{operation.Name} declares neither [Needs] nor [OpenToAnyone].");
        }

        if (acting.Actor.May(needs.Permission)) return null;
        object? roles = actors.Select(a => a.RolesWith(needs.Permission)).FirstOrDefault();
        return new Refusal(CommonRefusal.NotPermitted, roles ?? needs.Permission);
    }

    private static string Described(IEnumerable<Type> kinds) =>
        "the " + string.Join(" and the ", kinds.Select(k => SnakeCase.Of(k.Name).Replace('_', ' ')).Distinct());

    private static bool IsPassing(Exception e) => e.GetBaseException() is
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };
}
