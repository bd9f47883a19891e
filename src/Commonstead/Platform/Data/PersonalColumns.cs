using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.Platform.Data;

/// <summary>Reads from the model what each stored column declares about persons.</summary>
public static class PersonalColumns
{
    /// <summary>What the column declares: on its property, else on its record; null when it is not personal.</summary>
    public static PersonalAttribute? Of(IProperty column)
    {
        if (column.PropertyInfo?.GetCustomAttribute<NotPersonalAttribute>() is not null) return null;
        return column.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() ?? OfRecord(column)?.Personal;
    }

    /// <summary>True when the property itself is declared personal, whatever its type.</summary>
    public static bool IsMarked(IProperty column) =>
        column.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is not null;

    /// <summary>True when the column, or its record, says whether it is personal.</summary>
    public static bool IsDeclared(IProperty column) =>
        column.PropertyInfo?.GetCustomAttribute<NotPersonalAttribute>() is not null
        || column.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is not null
        || OfRecord(column) is not null;

    private static (PersonalAttribute? Personal, bool IsNot)? OfRecord(IProperty column)
    {
        for (var type = (ITypeBase?)column.DeclaringType; type is not null; type = OwnerOf(type))
        {
            var personal = type.ClrType.GetCustomAttribute<PersonalAttribute>();
            var isNot = type.ClrType.GetCustomAttribute<NotPersonalAttribute>() is not null;
            if (personal is not null || isNot) return (personal, isNot);
        }

        return null;
    }

    private static ITypeBase? OwnerOf(ITypeBase type) => type switch
    {
        IComplexType part => part.ComplexProperty.DeclaringType,
        IEntityType entity => entity.FindOwnership()?.PrincipalEntityType,
        _ => null,
    };
}
