
    /// <summary>Creates actions of Web PubSub, as methods of WebPubSubAction did.</summary>
    [ExcludeFromCodeCoverage]
    internal static class WebPubSubActions
    {
        public static SendToAllAction CreateSendToAllAction(BinaryData data, WebPubSubDataType dataType, IEnumerable<string> excluded = null) =>
            new SendToAllAction { Data = data, DataType = dataType, Excluded = excluded?.ToList() };

        public static SendToAllAction CreateSendToAllAction(string data, WebPubSubDataType dataType = WebPubSubDataType.Text, IEnumerable<string> excluded = null) =>
            CreateSendToAllAction(BinaryData.FromString(data), dataType, excluded);

        public static SendToConnectionAction CreateSendToConnectionAction(string connectionId, BinaryData data, WebPubSubDataType dataType) =>
            new SendToConnectionAction { ConnectionId = connectionId, Data = data, DataType = dataType };

        public static SendToConnectionAction CreateSendToConnectionAction(string connectionId, string data, WebPubSubDataType dataType = WebPubSubDataType.Text) =>
            CreateSendToConnectionAction(connectionId, BinaryData.FromString(data), dataType);

        public static SendToGroupAction CreateSendToGroupAction(string group, BinaryData data, WebPubSubDataType dataType, IEnumerable<string> excluded = null) =>
            new SendToGroupAction { Group = group, Data = data, DataType = dataType, Excluded = excluded?.ToList() };

        public static SendToGroupAction CreateSendToGroupAction(string group, string data, WebPubSubDataType dataType = WebPubSubDataType.Text, IEnumerable<string> excluded = null) =>
            CreateSendToGroupAction(group, BinaryData.FromString(data), dataType, excluded);

        public static SendToUserAction CreateSendToUserAction(string userId, BinaryData data, WebPubSubDataType dataType) =>
            new SendToUserAction { UserId = userId, Data = data, DataType = dataType };

        public static SendToUserAction CreateSendToUserAction(string userId, string data, WebPubSubDataType dataType = WebPubSubDataType.Text) =>
            CreateSendToUserAction(userId, BinaryData.FromString(data), dataType);

        public static AddConnectionToGroupAction CreateAddConnectionToGroupAction(string connectionId, string group) =>
            new AddConnectionToGroupAction { ConnectionId = connectionId, Group = group };

        public static AddUserToGroupAction CreateAddUserToGroupAction(string userId, string group) =>
            new AddUserToGroupAction { UserId = userId, Group = group };

        public static RemoveConnectionFromGroupAction CreateRemoveConnectionFromGroupAction(string connectionId, string group) =>
            new RemoveConnectionFromGroupAction { ConnectionId = connectionId, Group = group };

        public static RemoveUserFromGroupAction CreateRemoveUserFromGroupAction(string userId, string group) =>
            new RemoveUserFromGroupAction { UserId = userId, Group = group };

        public static RemoveUserFromAllGroupsAction CreateRemoveUserFromAllGroupsAction(string userId) =>
            new RemoveUserFromAllGroupsAction { UserId = userId };

        public static CloseAllConnectionsAction CreateCloseAllConnectionsAction(IEnumerable<string> excluded = null, string reason = null) =>
            new CloseAllConnectionsAction { Excluded = excluded?.ToList(), Reason = reason };

        public static CloseClientConnectionAction CreateCloseClientConnectionAction(string connectionId, string reason = null) =>
            new CloseClientConnectionAction { ConnectionId = connectionId, Reason = reason };

        public static CloseGroupConnectionsAction CreateCloseGroupConnectionsAction(string group, IEnumerable<string> excluded = null, string reason = null) =>
            new CloseGroupConnectionsAction { Group = group, Excluded = excluded?.ToList(), Reason = reason };

        public static GrantPermissionAction CreateGrantPermissionAction(string connectionId, WebPubSubPermission permission, string targetName) =>
            new GrantPermissionAction { ConnectionId = connectionId, Permission = permission, TargetName = targetName };

        public static RevokePermissionAction CreateRevokePermissionAction(string connectionId, WebPubSubPermission permission, string targetName) =>
            new RevokePermissionAction { ConnectionId = connectionId, Permission = permission, TargetName = targetName };
    }
