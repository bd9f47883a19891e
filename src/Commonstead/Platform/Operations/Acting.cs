using Commonstead.Platform.Trusts;

namespace Commonstead.Platform.Operations;

/// <summary>Someone, or the program itself, who does things, with what they may do.</summary>
/// <param name="Key">The account's id, or a fixed word such as "operator" for the command line.</param>
/// <param name="Name">How the audit trail names them.</param>
/// <param name="Permissions">The named permissions they hold.</param>
/// <param name="Person">Their id in the register of people, if they stand in it.</param>
public sealed record Actor(string Key, string Name, IReadOnlySet<string> Permissions, Guid? Person = null)
{
    private static readonly HashSet<string> _none = [];

    /// <summary>A visitor who has not signed in.</summary>
    public static Actor Visitor { get; } = new("visitor", "Visitor", _none);

    /// <summary>Whoever runs commands on the trust's own machine; they could open the record itself.</summary>
    public static Actor Operator(IReadOnlySet<string> permissions) => new("operator", "Operator", permissions);

    /// <summary>True when the actor holds the permission.</summary>
    public bool May(string permission) => Permissions.Contains(permission);
}

/// <summary>Who acts in this unit of work, in which trust, and when; set once by the channel.</summary>
public sealed class Acting
{
    private readonly List<Action> _afterCommit = [];
    private OpenTrust? _trust;

    /// <summary>The trust acted in.</summary>
    /// <exception cref="InvalidOperationException">The channel has not chosen one.</exception>
    public OpenTrust Trust
    {
        get => _trust ?? throw new InvalidOperationException("No trust was chosen for this unit of work.");
        set => _trust = value;
    }

    /// <summary>Who acts.</summary>
    public Actor Actor { get; set; } = Actor.Visitor;

    /// <summary>
    /// What the audit trail calls this act, by a class that says what it <see cref="DoesAttribute">does</see>, when it
    /// came to something else than its operation's own words.
    /// </summary>
    public string? ToldAs { get; set; }

    /// <summary>The trust's profile.</summary>
    /// <exception cref="InvalidOperationException">The first run has not made it.</exception>
    public TrustProfile Profile =>
        Trust.Profile ?? throw new InvalidOperationException("The trust has no profile yet.");

    /// <summary>Today where the trust is.</summary>
    public DateOnly Today => Trust.Today;

    /// <summary>The present instant, as stored.</summary>
    public DateTime Now => Trust.Now;

    /// <summary>Has something in memory follow the record, once what was written is durable.</summary>
    public void AfterCommit(Action act) => _afterCommit.Add(act);

    /// <summary>Carries out what waits for the commit, or forgets it.</summary>
    internal void Ended(bool committed)
    {
        if (committed) _afterCommit.ForEach(act => act());
        _afterCommit.Clear();
        ToldAs = null;
    }
}
