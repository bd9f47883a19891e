using Commonstead.Platform.Operations;

namespace Commonstead.Accounts;

/// <summary>Nothing is asked: it concerns the actor's own account.</summary>
public sealed class MakeRecoveryCodesInput;

/// <summary>Makes ten recovery codes for one's own account, shown once; older ones are good for nothing.</summary>
[Needs(AccountPermission.Own)]
[Does("Own recovery codes made")]
public sealed class MakeRecoveryCodes(RecoveryCodes codes, Acting acting)
    : IOperation<MakeRecoveryCodesInput, IReadOnlyList<string>>
{
    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyList<string>>> Run(MakeRecoveryCodesInput input)
    {
        if (!Guid.TryParse(acting.Actor.Key, out var account)) return CommonRefusal.NotFound;
        return Outcome<IReadOnlyList<string>>.Done(await codes.Make(account));
    }
}
