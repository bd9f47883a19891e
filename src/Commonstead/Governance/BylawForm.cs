using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Governance;

/// <summary>A form on one version of the bylaws.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class BylawForm<TInput>(
    OperationRunner runner, BylawBook bylaws, IOperation<TInput, BylawsId> operation)
    : RecordForm<TInput, BylawsId, Bylaws>(runner, operation)
    where TInput : class, IBylawsInput, new()
{
    /// <summary>The version.</summary>
    internal Bylaws Bylaws => Record;

    /// <inheritdoc/>
    protected override string PageOf(BylawsId id) => $"/bylaws/{id}";

    private protected override Task<Bylaws?> Find(BylawsId id) => bylaws.Version(id);

    /// <inheritdoc/>
    protected override bool Seed(BylawsId id, bool isNew)
    {
        Input.Bylaws = id;
        if (isNew) Input.Version = Bylaws.Version;
        return true;
    }
}
