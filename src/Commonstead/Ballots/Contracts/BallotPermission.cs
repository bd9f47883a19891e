namespace Commonstead.Ballots;

/// <summary>What may be done with ballots.</summary>
public static class BallotPermission
{
    /// <summary>See ballots and their results, and vote where one stands on the roll.</summary>
    public const string See = "ballots.see";

    /// <summary>Prepare ballots, open them, have them counted and declare their results.</summary>
    public const string Run = "ballots.run";

    /// <summary>Hold a share of a ballot's key as one of its returning officers.</summary>
    public const string HoldKey = "ballots.hold-key";
}
