using Commonstead.Accounts;
using Commonstead.People;
using Commonstead.Tests.People;

namespace Commonstead.Tests.Access;

/// <summary>Someone of each kind at a browser, to walk every endpoint: a visitor, each role, no role.</summary>
public sealed class Walkers : IDisposable
{
    /// <summary>The columns of the table.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["visitor", .. Enum.GetNames<Role>().Select(role => role.ToLowerInvariant()), "none"];

    private readonly Dictionary<string, Visitor> _visitors = [];

    /// <summary>The leaseholder's entry in the register of people.</summary>
    public PersonId Leaseholder { get; private set; }

    /// <summary>The browser of one of them.</summary>
    public Visitor this[string name] => _visitors[name];

    public static async Task<Walkers> SignIn(TrustHost host)
    {
        var walkers = new Walkers { Leaseholder = await host.AddPerson("Lena", "Leaseholder") };
        walkers._visitors["visitor"] = host.NewVisitor();
        foreach (var role in Enum.GetValues<Role>())
        {
            Guid? person = role == Role.Leaseholder ? walkers.Leaseholder.Value : null;
            walkers._visitors[role.ToString().ToLowerInvariant()] = await host.SignInAs(role, person);
        }

        walkers._visitors["none"] = await host.SignInWithoutRole();
        return walkers;
    }

    public void Dispose()
    {
        foreach (var visitor in _visitors.Values) visitor.Dispose();
    }
}
