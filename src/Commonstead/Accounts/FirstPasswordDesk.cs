using Commonstead.Desk;

namespace Commonstead.Accounts;

/// <summary>
/// What the desk of somebody with a one-time password holds: until they have chosen their own nothing else is open to
/// them, so the desk says so.
/// </summary>
public sealed class FirstPasswordDesk(OwnSession session) : IDeskWork
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<DeskEntry>> Waiting() => Task.FromResult<IReadOnlyList<DeskEntry>>(
        session.HasFirstPassword
            ?
            [
                new DeskEntry("Choose a password of your own", "", null, null, "/account/password?first=true",
                    "You signed in with a one-time password. Your work appears here once you have chosen your own."),
            ]
            : []);
}
