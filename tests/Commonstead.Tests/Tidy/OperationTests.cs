using System.Reflection;
using Commonstead.Platform.Operations;

namespace Commonstead.Tests.Tidy;

/// <summary>Every operation says in plain words what it did, so that the audit trail can be read.</summary>
[Trait("Engine", "none")]
public sealed class OperationTests
{
    private static IEnumerable<Type> Operations => typeof(OperationRunner).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(
            one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IOperation<,>)));

    [Fact]
    public void OperationsAreFound() => Assert.NotEmpty(Operations);

    [Fact]
    public void EveryOperation_SaysWhatItDid() => Found.Nothing(
        Operations.Where(type => type.GetCustomAttribute<DoesAttribute>() is null)
            .Select(type => $"{type.Name} needs [Does(\"…\")]: what it did, for the audit trail"));

    [Fact]
    public void NoTwoOperations_SayTheSame() => Found.Nothing(
        OperationWords.All.GroupBy(one => one.Value).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(one => one.Key))}"));
}
