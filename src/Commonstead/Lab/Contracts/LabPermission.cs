namespace Commonstead.Lab;

/// <summary>What may be done in the resale lab.</summary>
public static class LabPermission
{
    /// <summary>Try rules against the past and against possible futures; nothing there binds anybody.</summary>
    public const string Use = "lab.use";

    /// <summary>Publish a finished study as a page for anybody, and take it down.</summary>
    public const string Publish = "lab.publish";
}
