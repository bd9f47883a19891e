using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;

namespace Commonstead.Platform.Audit;

/// <summary>
/// Something of the record that proves itself beyond its attested rows: a price computes again, a document's file has
/// the hash it is named by. Registered by whoever keeps it; <see cref="Verification"/> runs them all.
/// </summary>
public interface IRecordCheck
{
    /// <summary>What is checked, in English, after a number: <c>prices compute again</c>.</summary>
    string Checks { get; }

    /// <summary>Walks what it checks.</summary>
    /// <param name="trust">The trust.</param>
    /// <param name="db">Its record as of one instant; for reading.</param>
    /// <param name="found">Is told of each break, in words that say exactly where.</param>
    /// <param name="cancellation">Stops the walk.</param>
    /// <returns>How many are as they should be.</returns>
    Task<long> Walk(OpenTrust trust, TrustDb db, Action<string> found, CancellationToken cancellation);
}
