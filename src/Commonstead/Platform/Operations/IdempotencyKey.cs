using System.Security.Cryptography;
using System.Text.Json;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Platform.Operations;

/// <summary>One actor's key for one operation: makes a repeated request harmless. Refusals are not kept.</summary>
internal sealed class IdempotencyKey(TrustDb db, Acting acting, string operation, string key)
{
    /// <summary>The outcome of the same request made before, a refusal when its input was another, or null.</summary>
    public async Task<Outcome<TResult>?> Earlier<TInput, TResult>(TInput input)
    {
        var answer = await db.Set<IdempotencyAnswer>().AsNoTracking().FirstOrDefaultAsync(
            a => a.Actor == acting.Actor.Key && a.Operation == operation && a.Key == key);
        if (answer is null) return null;
        if (!answer.InputHash.AsSpan().SequenceEqual(Hash(input))) return CommonRefusal.KeyUsedWithOtherInput;
        return answer.ResultId is { } id && RecordIdOf<TResult>(id) is { } result ? result
            : (Outcome<TResult>)default(TResult)!;
    }

    /// <summary>Keeps the request's hash and the result's id, in the operation's own transaction.</summary>
    public void Keep<TInput, TResult>(TInput input, TResult result) => db.Add(new IdempotencyAnswer
    {
        Actor = acting.Actor.Key,
        Operation = operation,
        Key = key,
        InputHash = Hash(input),
        ResultId = (result as IRecordId)?.Value,
        At = acting.Now,
    });

    private static byte[] Hash<TInput>(TInput input) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input));

    private static TResult? RecordIdOf<TResult>(Guid id) => typeof(TResult).IsAssignableTo(typeof(IRecordId))
        ? (TResult)Activator.CreateInstance(typeof(TResult), id)!
        : default;
}

/// <summary>What is kept of a request that was done: enough to know it again, nothing of its content.</summary>
[NotPersonal]
internal sealed class IdempotencyAnswer
{
    public string Actor { get; init; } = "";

    public string Operation { get; init; } = "";

    public string Key { get; init; } = "";

    public byte[] InputHash { get; init; } = [];

    public Guid? ResultId { get; init; }

    public DateTime At { get; init; }
}

internal sealed class IdempotencyAnswerTable : IEntityTypeConfiguration<IdempotencyAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotencyAnswer> builder)
    {
        builder.ToTable("platform_idempotency");
        builder.HasKey(a => new { a.Actor, a.Operation, a.Key });
        builder.Property(a => a.Key).HasMaxLength(100);
    }
}
