using System.Reflection;
using System.Security.Claims;

namespace Claims.Authorization;

/// <summary>The permission that a caller of the method must have.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuthorizeAttribute : Attribute
{
    public AuthorizeAttribute(string permission)
    {
        Permission = permission;
    }

    public string Permission { get; }
}

public static class Permissions
{
    public const string Approve = "claims.approve";
}

public static class Access
{
    /// <summary>Whether the caller has what the attribute of the method asks for.</summary>
    public static bool IsGranted(ClaimsPrincipal caller, Type type, string method)
    {
        var asked = type.GetMethod(method)?.GetCustomAttribute<AuthorizeAttribute>();
        return asked == null || caller.HasClaim("permission", asked.Permission);
    }
}
