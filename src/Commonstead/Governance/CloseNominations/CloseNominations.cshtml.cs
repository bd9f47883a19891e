using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>The form that closes nominations.</summary>
public sealed class CloseNominationsModel(
    OperationRunner runner, ElectionRegister elections, CloseNominations operation)
    : ElectionForm<CloseNominationsInput>(runner, elections, operation)
{
    /// <summary>The nominations that are complete, as the lot numbers them.</summary>
    public IReadOnlyList<Nomination> Complete => CloseNominations.InOrder(Election);

    /// <summary>True when more stand than there are seats.</summary>
    public bool IsContested => Complete.Count > Election.Seats;

    /// <summary>True when their order on the paper is drawn.</summary>
    public bool IsDrawn => IsContested && Election.Order is PaperOrder.Lot;
}
